package designspace.optimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.bound.GridError;
import designspace.bound.LeastPathGrid;
import designspace.bound.ProfiledLedger;
import designspace.bound.ScoreAwareClock;
import designspace.core.Estimate;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.data.LineQuadrature;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import designspace.score.NoiseProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The total of B1 against ProfiledLedger, differences and dynamic programming. */
class LedgerErrorTest {
  private static final double LOW = 0.002;
  private static final double HIGH = 80;

  private static NoiseGrid random(RandomGrids random) {
    double[] sigmas = new double[2 + random.integer(0, 20)];
    Arrays.setAll(sigmas, k -> LOW * Math.pow(HIGH / LOW, random.uniform(0.001, 0.999)));
    sigmas[0] = LOW;
    sigmas[1] = HIGH;
    Arrays.sort(sigmas);
    double[] levels = new double[sigmas.length];
    Arrays.setAll(levels, k -> sigmas[sigmas.length - 1 - k]);
    return NoiseGrid.of(levels);
  }

  /** The inner entries by differences; the ends cannot move. */
  private static void assertGradient(SmoothGridError error, NoiseGrid grid, double relative) {
    double[] gradient = error.gradient(grid);
    double scale = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
    for (int k = 1; k < grid.steps(); k++) {
      double by = Math.min(2e-4, Math.log(Math.min(grid.ratio(k - 1), grid.ratio(k))) / 4);
      double difference = (error.at(moved(grid, k, by)) - error.at(moved(grid, k, -by))) / (2 * by);
      assertThat(gradient[k]).isCloseTo(difference, within(relative * scale));
    }
  }

  private static NoiseGrid moved(NoiseGrid grid, int k, double by) {
    double[] sigmas = grid.sigmas();
    sigmas[k] *= Math.exp(by);
    return NoiseGrid.of(sigmas);
  }

  @Property(seed = "1", tries = 100)
  void valueAndGradientOfAGaussianWithWhiteError(@ForAll long seed) {
    RandomGrids random = new RandomGrids(seed);
    Gaussian data = random.gaussian();
    SlopedFunction e = SlopedFunction.power(random.uniform(0, 0.5), random.uniform(0, 2));
    SlopedFunction fisher = SlopedFunction.fisherInformation(data);
    LedgerError error = LedgerError.exactScore(fisher, 0.3, LOW, HIGH).withScoreError(e);
    NoiseGrid grid = random(random);
    double ledger = ProfiledLedger.of(HIGH, 0.3, fisher.value(), e.value()).on(grid).totalNats();
    assertThat(error.at(grid)).isCloseTo(ledger, within(1e-7 * ledger)); // its quadrature's 1e−8
    assertGradient(error, grid, 1e-6); // a difference over 4e−4 errs by its square
    LedgerError exact = LedgerError.exactScore(fisher, 0, LOW, HIGH);
    double[] closed =
        new GaussianPathError(LinearSampler.EXPONENTIAL_INTEGRATOR, data).gradient(grid);
    assertThat(exact.at(grid))
        .isCloseTo(GridError.discretization(data).at(grid), within(1e-7 * exact.at(grid)));
    assertThat(exact.gradient(grid)).containsExactly(closed, within(1e-11));
  }

  /** J by quadrature, e a measured profile's spline: slopes by differences. */
  @Test
  void gradientOfAMixtureWithAMeasuredError() {
    LineQuadrature line =
        new LineQuadrature(
            GaussianMixture.of(
                new double[] {0.3, 0.7},
                Gaussian.isotropic(new double[] {-1}, 0.2),
                Gaussian.isotropic(new double[] {1}, 0.05)));
    double[] levels = NoiseProfile.levels(LOW, HIGH, 12);
    List<Estimate> estimates = new ArrayList<>();
    for (double level : levels) {
      estimates.add(Estimate.exact(0.1 / (level * level) * (1 + 0.5 * Math.sin(level))));
    }
    NoiseProfile profile = NoiseProfile.of(levels, estimates);
    LedgerError error =
        LedgerError.exactScore(
                SlopedFunction.between(
                    LOW, HIGH, sigma -> line.fisherInformation(sigma * sigma).value()),
                0,
                LOW,
                HIGH)
            .withScoreError(SlopedFunction.between(LOW, HIGH, profile));
    NoiseGrid grid = NoiseGrid.polynomial(LOW, HIGH, 7, 8);
    assertGradient(error, grid, 1e-4); // a spline has corners
    OptimalGrid found = OptimalGrid.from(error, List.of(grid));
    assertThat(found.value()).isLessThan(found.startValue());
  }

  /** Never above the best of 2000 levels, and below it by no more than the lattice is coarse. */
  @Test
  void agreesWithDynamicProgramming() {
    double[] candidates = NoiseGrid.geometric(LOW, HIGH, 2000).sigmas();
    SlopedFunction fisher = SlopedFunction.fisherInformation(Gaussian.isotropic(1, 0.5));
    for (double a : new double[] {0, 0.1, 0.5}) {
      SlopedFunction e = SlopedFunction.power(a, 2);
      LedgerError error = LedgerError.exactScore(fisher, 0, LOW, HIGH).withScoreError(e);
      ScoreAwareClock clock = ScoreAwareClock.of(fisher.value(), e.value(), LOW, HIGH);
      for (int n : new int[] {2, 3, 10, 40}) {
        double least = error.at(LeastPathGrid.of(clock::g, candidates, n));
        List<NoiseGrid> starts = new ArrayList<>(StartGrids.all(LOW, HIGH, n));
        starts.add(clock.grid(n));
        OptimalGrid found = OptimalGrid.from(error, starts);
        assertThat(found.value() / least).as("a=%s N=%d %s", a, n, found).isBetween(0.999, 1.0);
        assertThat(found.certificate().isMinimum()).as("a=%s N=%d %s", a, n, found).isTrue();
      }
    }
  }

  /** e = 1.2/σ²: g falls with σ everywhere, so that one giant step is best (B6). */
  @Test
  void superfluousLevelsCrowd() {
    LedgerError error =
        LedgerError.exactScore(
                SlopedFunction.fisherInformation(Gaussian.isotropic(1, 0.5)), 0, LOW, HIGH)
            .withScoreError(SlopedFunction.power(1.2, 2));
    OptimalGrid found = OptimalGrid.of(error, LOW, HIGH, 6);
    double one = error.at(NoiseGrid.of(HIGH, LOW));
    assertThat(found.value() / one).isBetween(1.0, 1.00001);
    assertThat(found.certificate().isMinimum()).isFalse();
  }

  @Test
  void refusesOtherEnds() {
    LedgerError error =
        LedgerError.exactScore(
            SlopedFunction.fisherInformation(Gaussian.isotropic(1, 1)), 0, LOW, HIGH);
    assertThatThrownBy(() -> error.at(NoiseGrid.geometric(LOW, 70, 3)))
        .hasMessageContaining("½ ∫ J dτ is of those");
  }
}
