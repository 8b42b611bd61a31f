package designspace.clock;

import static designspace.clock.ClockTest.HIGH;
import static designspace.clock.ClockTest.LOW;
import static designspace.clock.ClockTest.farthest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.bound.PathLedger;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** AYS's objective: its value, gradient and optimum. */
class KlubTest {
  private static final Gaussian SPECTRUM = ClockTable.anisotropic();
  private static final NoiseGrid EDM = NoiseGrid.polynomial(LOW, HIGH, 7, 12);

  @Test
  void itIsThePathKlOfTheFrozenSde() {
    double exact =
        PathLedger.exactScore(LinearSampler.FROZEN_DENOISER, SPECTRUM, EDM).nats("discretization");
    assertThat(Klub.of(SPECTRUM).at(EDM)).isCloseTo(exact, within(1e-12 * exact));
    double quadrature = Klub.of(NoiseRates.of(SPECTRUM)).at(EDM);
    assertThat(quadrature).isCloseTo(exact, within(1e-9 * exact));
  }

  /** For one variance their appendix A.3 has Σ ½[ln(S′/S) − ln(τ′/τ) + c²(τ−τ′)/(Sτ′)] + const. */
  @Test
  void itIsTheirClosedForm() {
    double c = 0.5;
    double sum = 0;
    for (int k = 0; k < EDM.steps(); k++) {
      double total = c * c + EDM.tau(k);
      double growth = c * c * EDM.deltaTau(k) / (total * EDM.tau(k + 1));
      double ratio = (c * c + EDM.tau(k + 1)) / total;
      sum += 0.5 * (growth - Math.log(ratio) + Math.log(EDM.tau(k + 1) / EDM.tau(k)));
    }
    assertThat(Klub.of(Gaussian.isotropic(1, c)).at(EDM)).isCloseTo(sum, within(1e-10 * sum));
  }

  @Test
  void gradient() {
    Klub klub = Klub.of(SPECTRUM);
    double[] gradient = klub.gradient(EDM);
    for (int k = 0; k <= EDM.steps(); k++) {
      double difference = (klub.at(moved(k, 1e-5)) - klub.at(moved(k, -1e-5))) / 2e-5;
      // central difference: 1e-9 of a step's size and rounding of the sum
      assertThat(gradient[k]).isCloseTo(difference, within(1e-6 * Math.abs(difference) + 1e-7));
    }
  }

  private static NoiseGrid moved(int k, double by) {
    double[] sigmas = EDM.sigmas();
    sigmas[k] *= Math.exp(by);
    return NoiseGrid.of(sigmas);
  }

  @Property(tries = 12, seed = "6")
  void itsOptimumIsTheLogSnrLaw(
      @ForAll @DoubleRange(min = -2.5, max = 2) double logC,
      @ForAll @IntRange(min = 2, max = 20) int steps) {
    KlubCase found = KlubCase.of(Math.exp(logC), steps);
    assertThat(found.fromLogSnr()).isLessThan(1e-5); // the claim to be met is 1e-2
    assertThat(found.excess().klubOfTangent()).isGreaterThan(1);
    assertThat(found.excess().flowOfLogSnr()).isGreaterThan(1);
  }

  /** Their subdivision of an optimum of 10 steps is the optimum of 20, on one variance. */
  @Test
  void subdivision() {
    Klub klub = Klub.of(Gaussian.isotropic(1, 0.5));
    NoiseGrid ten = NoiseGrid.angle(AngleLaw.LOG_SNR, 0.5, LOW, HIGH, 10);
    NoiseGrid twenty = NoiseGrid.angle(AngleLaw.LOG_SNR, 0.5, LOW, HIGH, 20);
    assertThat(farthest(AlignYourSteps.subdivided(klub, ten), twenty)).isLessThan(1e-7);
  }

  /** Its differences lose no digits, and its roots are not those of small numbers. */
  @Test
  void descentFindsTheLawForDataFarBelowAndAboveTheRange() {
    for (double c : new double[] {1e-6, 1e-5, 1000}) {
      assertThat(KlubCase.of(c, 10).fromLogSnr()).as("c = %s", c).isLessThan(1e-5);
    }
  }

  @Test
  void descentOnAMixtureIsStationaryAndBelowTheClock() {
    GaussianMixture data =
        GaussianMixture.of(
            new double[] {0.5, 0.5},
            Gaussian.isotropic(new double[] {-1}, 0.3),
            Gaussian.isotropic(new double[] {1}, 0.3));
    NoiseRates rates = NoiseRates.of(data, 0.05, 20);
    Klub klub = Klub.of(rates);
    NoiseGrid clock = new DataClocks(rates).frozenPath().grid(0.05, 20, 8);
    NoiseGrid found = AlignYourSteps.descend(klub, NoiseGrid.geometric(0.05, 20, 8));
    assertThat(klub.at(found)).isLessThan(klub.at(clock));
    assertThat(klub.at(clock)).isLessThan(1.1 * klub.at(found)); // asymptotic
    double[] gradient = klub.gradient(found);
    for (int k = 1; k < 8; k++) {
      assertThat(Math.abs(gradient[k]))
          .isLessThan(1e-3 * klub.at(found)); // mmse' is a spline's own
    }
  }

  /** Sabour et al., appendix A.3: after a while the KLUB falls at the cost of what arrives. */
  @Test
  void theDescentIsBestStoppedEarly() {
    List<EarlyStopping> course = EarlyStopping.of(0.5, 10, 100);
    for (int i = 1; i < course.size(); i++) {
      assertThat(course.get(i).klub()).isLessThanOrEqualTo(course.get(i - 1).klub() * (1 + 1e-12));
    }
    double start = course.get(0).flow();
    double least = course.stream().mapToDouble(EarlyStopping::flow).min().orElseThrow();
    double end = course.get(100).flow();
    assertThat(least).isLessThan(0.4 * start);
    assertThat(end).isGreaterThan(5 * start);
    double law =
        Klub.of(Gaussian.isotropic(1, 0.5))
            .at(NoiseGrid.angle(AngleLaw.LOG_SNR, 0.5, LOW, HIGH, 10));
    assertThat(course.get(100).klub()).isCloseTo(law, within(1e-3 * law)); // still on its way
  }

  @Test
  void theTableOfCases() {
    assertThat(KlubCase.table())
        .hasSize(16)
        .allSatisfy(c -> assertThat(c.fromLogSnr()).isLessThan(1e-5));
  }
}
