package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LinearSampler;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import designspace.schedule.TimeGrid;
import designspace.schedule.VarianceSchedule;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.junit.jupiter.api.Test;

class Theorem2Test {
  private static final LinearSampler EQ_10 = LinearSampler.EXPONENTIAL_INTEGRATOR;

  /** B1 and B2: certified ≥ path KL ≥ marginal KL, on 10 000 random designs and Gaussian data. */
  @Property(seed = "1", tries = 10_000)
  void certifiedIsNeverBelowThePathNorThePathBelowTheMarginal(@ForAll long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    Design design = RandomCases.design(random);
    Gaussian data = RandomCases.gaussian(random);
    double certified = new Theorem2(data, design).certified().totalNats();
    double path = PathLedger.exactScore(EQ_10, data, design.noiseGrid()).totalNats();
    double marginal = GaussianLaw.of(EQ_10, data, design.noiseGrid()).klNats();
    assertThat(certified).isGreaterThanOrEqualTo(path * (1 - 1e-12));
    assertThat(path).isGreaterThanOrEqualTo(marginal * (1 - 1e-12));
  }

  @Property(seed = "2", tries = 200)
  void certifiedHoldsOnMixtures(@ForAll long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    Design design = RandomCases.design(random);
    GaussianMixture data = RandomCases.mixture(random);
    double certified = new Theorem2(data, design).certified().totalNats();
    double path = PathLedger.exactScore(data, design.noiseGrid()).totalNats();
    // The ledger is a difference of entropies of order 1.
    assertThat(certified).isGreaterThanOrEqualTo(path - 1e-11);
  }

  /** Each term of the corrected form is at least its certified one, so it is a bound too. */
  @Property(seed = "3", tries = 2000)
  void correctedIsNeverBelowCertified(@ForAll long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    Design design = RandomCases.design(random);
    Theorem2 theorem = new Theorem2(RandomCases.gaussian(random), design);
    for (Term term : theorem.certified().terms()) {
      assertThat(theorem.corrected().nats(term.name()))
          .as(term.name())
          .isGreaterThanOrEqualTo(term.nats() * (1 - 1e-12));
    }
  }

  /**
   * Where the data look like a point, J = d/τ and nothing is given away; far below the data's scale
   * J is flat, and a bound that knows m₂² alone cannot see it.
   */
  @Test
  void certifiedIsTightAboveTheDatasScaleAndLooseBelow() {
    Gaussian data = Gaussian.isotropic(1, 0.05);
    assertThat(ratio(data, Design.song(0.5, 80, 100))).isBetween(1.0, 1.02);
    // Geometric steps w in ln τ cost w²/4 each, flat J or not: (ln τ₀/τ_N)/(ln S₀/S_N) too much.
    double spent = Math.log(6400 / 4e-6) / Math.log(6400.25 / 0.250004);
    double below = ratio(Gaussian.isotropic(1, 0.5), Design.song(0.002, 80, 100));
    assertThat(below).isBetween(spent, 1.3 * spent);
  }

  private static double ratio(Gaussian data, Design design) {
    double path = PathLedger.exactScore(EQ_10, data, design.noiseGrid()).totalNats();
    return new Theorem2(data, design).certified().totalNats() / path;
  }

  /** E7: data N(10, 0.5²) on the grid 20, 1, .5, .3, .2, .15 (σ̄ = t): printed E_D = −26.4. */
  @Test
  void thePrintedCurvatureCanBeNegative() {
    TimeGrid times = TimeGrid.of(0.15, 0.2, 0.3, 0.5, 1, 20);
    Gaussian data = Gaussian.isotropic(new double[] {10}, 0.5);
    Theorem2 theorem = new Theorem2(data, new Design(VarianceSchedule.linear(), times));
    BoundReport printed = theorem.printed();
    double discretization = printed.totalNats() - printed.nats("E_I");
    assertThat(discretization).isCloseTo(-26.4, within(0.05));
    double path =
        PathLedger.exactScore(EQ_10, data, NoiseGrid.of(20, 1, 0.5, 0.3, 0.2, 0.15)).totalNats();
    assertThat(path).isPositive().isLessThan(theorem.certified().totalNats());
    assertThat(theorem.corrected().nats("E_D curvature")).isZero();
  }

  @Test
  void onGeometricGridsTheCurvatureVanishes() {
    Theorem2 theorem = new Theorem2(Gaussian.isotropic(2, 0.5), Design.song(0.002, 80, 100));
    for (BoundReport report :
        new BoundReport[] {theorem.printed(), theorem.corrected(), theorem.certified()}) {
      // κ is 0 up to the rounding of 1/τ ≤ 2.5e5, summed over 100 steps.
      assertThat(report.nats("E_D curvature")).isCloseTo(0, within(1e-8));
    }
  }

  @Test
  void scoreErrorEntersAsItsIntegral() {
    Design design = Design.edm(0.002, 80, 7, 100_000);
    // e(σ) = 1/σ²: ½∫ dτ/τ = ln(80/0.002), in the limit of small steps.
    Theorem2 theorem = new Theorem2(1, 0.25, design, sigma -> 1 / (sigma * sigma));
    double expected = Math.log(80 / 0.002);
    assertThat(theorem.certified().nats("E_S")).isCloseTo(expected, within(1e-3 * expected));
    assertThat(theorem.printed().nats("E_S")).isCloseTo(expected, within(1e-3 * expected));
    assertThatThrownBy(() -> new Theorem2(1, 1, design, sigma -> -1).certified())
        .hasMessageContaining("scoreError = -1.0");
  }

  /** The closed forms of ∫σ⁴/σ̄⁴ dt against quadrature. */
  @Test
  void squaredGrowthIsItsIntegral() {
    for (VarianceSchedule schedule :
        new VarianceSchedule[] {
          VarianceSchedule.linear(), VarianceSchedule.sqrt(), VarianceSchedule.exponential(0.01, 50)
        }) {
      double integral =
          new SimpsonIntegrator(1e-12, 1e-14, 8, 40)
              .integrate(
                  10_000_000,
                  t -> {
                    double rate = schedule.rate(t) / Math.pow(schedule.sigmaBar(t), 2);
                    return rate * rate;
                  },
                  0.3,
                  0.8);
      assertThat(schedule.squaredGrowth(0.3, 0.8)).isCloseTo(integral, within(1e-9));
    }
  }
}
