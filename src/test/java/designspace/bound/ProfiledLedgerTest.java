package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.claim.MixtureReference;
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
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The ledger of profiles against closed forms, quadrature and simulation. */
class ProfiledLedgerTest {
  private static final String[] TERMS = {"initialization", "score", "discretization"};

  static NoiseProfile profile(DoubleUnaryOperator f, double low, double high) {
    double[] sigmas = NoiseProfile.levels(low, high, 60);
    List<Estimate> values = new ArrayList<>();
    Arrays.stream(sigmas).map(f).mapToObj(Estimate::exact).forEach(values::add);
    return NoiseProfile.of(sigmas, values);
  }

  private static Gaussian gaussian(double mean, double... deviations) {
    double[][] covariance = new double[deviations.length][deviations.length];
    for (int j = 0; j < deviations.length; j++) {
      covariance[j][j] = deviations[j] * deviations[j];
    }
    double[] means = new double[deviations.length];
    Arrays.fill(means, mean);
    return Gaussian.of(means, covariance);
  }

  private static void sameTerms(BoundReport one, BoundReport other, double relative) {
    for (String name : TERMS) {
      double expected = other.nats(name);
      assertThat(one.nats(name)).as(name).isCloseTo(expected, within(relative * expected));
    }
  }

  /** Steps from a few per cent to the whole range: the closed form of B1 on any Gaussian. */
  @Property(seed = "1", tries = 500)
  void isTheClosedFormOnGaussians(
      @ForAll @DoubleRange(min = 0.01, max = 1) double small,
      @ForAll @DoubleRange(min = 1, max = 30) double large,
      @ForAll @DoubleRange(min = -3, max = 3) double mean,
      @ForAll @DoubleRange(min = 1, max = 20) double rho,
      @ForAll @IntRange(min = 1, max = 300) int steps) {
    Gaussian data = gaussian(mean, small, large);
    NoiseGrid grid = NoiseGrid.polynomial(0.002, 80, rho, steps);
    DoubleUnaryOperator j = sigma -> data.fisherInformation(sigma * sigma);
    DoubleUnaryOperator e = sigma -> 0.1 / (sigma * sigma);
    double start = Initialization.of(data, 80, 2, 1).value();
    BoundReport exact = PathLedger.exactScore(LinearSampler.EXPONENTIAL_INTEGRATOR, data, grid);
    BoundReport ledger = ProfiledLedger.of(80, start, j, s -> 0).withScoreError(e).on(grid);
    sameTerms(ledger, PathLedger.withScoreError(exact, grid, e), 1e-8);
    Term steps1 = ledger.term("discretization");
    assertThat(steps1.steps()).isEqualTo(steps);
    for (int k = 0; k < steps; k++) {
      double expected = exact.term("discretization").nats(k);
      // J(τ) − J(τ_k) loses digits where J hardly moves in a step, and there the share is small.
      assertThat(steps1.nats(k)).isCloseTo(expected, within(1e-7 * expected + 1e-15));
    }
  }

  @Test
  void isTheQuadratureOnTheLine() {
    GaussianMixture data = MixtureReference.DATA;
    NoiseGrid grid = NoiseGrid.polynomial(0.05, 20, 7, 20);
    LineQuadrature line = new LineQuadrature(data);
    DoubleUnaryOperator j = sigma -> line.fisherInformation(sigma * sigma).value();
    BoundReport exact = PathLedger.exactScore(data, grid);
    double start = exact.nats("initialization");
    DoubleUnaryOperator e = sigma -> 0.04 * j.applyAsDouble(sigma);
    BoundReport both = PathLedger.withScoreError(exact, grid, e);
    sameTerms(ProfiledLedger.of(20, start, j, e).on(grid), both, 1e-6);
    // A spline through 60 levels, ten a factor e in σ.
    ProfiledLedger splined =
        ProfiledLedger.of(20, start, profile(j, 0.05, 20), profile(e, 0.05, 20));
    sameTerms(splined.on(grid), both, 1e-3);
  }

  @Test
  void theStartIsThatOfTheOtherLedgers() {
    GaussianMixture data = MixtureReference.DATA;
    NoiseGrid grid = NoiseGrid.of(5, 1);
    double exact = PathLedger.exactScore(data, grid).nats("initialization");
    Estimate sampled = Initialization.of(data, 5, 20_000, 2);
    assertThat(sampled.value()).isCloseTo(exact, within(4 * sampled.error()));
    assertThat(sampled.error()).isLessThan(0.02 * exact);
    assertThat(sampled.value())
        .isEqualTo(SampledLedger.of(data, grid, 20_000, 2).nats("initialization"));
    Gaussian gaussian = gaussian(2, 0.5, 3);
    assertThat(Initialization.of(gaussian, 5, 2, 3))
        .isEqualTo(
            Estimate.exact(
                PathLedger.exactScore(LinearSampler.EXPONENTIAL_INTEGRATOR, gaussian, grid)
                    .nats("initialization")));
  }

  /** The initialization is that of one σ_max: a grid from another would get a wrong total. */
  @Test
  void refusesAGridFromElsewhere() {
    DoubleUnaryOperator one = sigma -> 1;
    ProfiledLedger ledger = ProfiledLedger.of(5, 0.1, one, one);
    assertThat(ledger.on(NoiseGrid.of(5 * (1 + 1e-12), 1)).nats("initialization")).isEqualTo(0.1);
    for (ProfiledLedger each : List.of(ledger, ledger.withScoreError(s -> 0))) {
      assertThatThrownBy(() -> each.on(NoiseGrid.of(4.9, 1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("grid's sigmaMax = 4.9: expected 5.0");
    }
  }

  @Test
  void refusesWhatIsNoProfile() {
    NoiseGrid grid = NoiseGrid.of(5, 1);
    DoubleUnaryOperator one = sigma -> 1;
    assertThatThrownBy(() -> ProfiledLedger.of(5, -1, one, one))
        .hasMessageContaining("initializationNats = -1.0");
    assertThatThrownBy(() -> ProfiledLedger.of(5, 0, one, s -> -1).on(grid))
        .hasMessageContaining("scoreError = -1.0");
    assertThatThrownBy(() -> ProfiledLedger.of(5, 0, s -> Double.NaN, one).on(grid))
        .hasMessageContaining("discretization of step 0 = NaN");
    assertThatThrownBy(() -> ProfiledLedger.of(0, 0, one, one))
        .hasMessageContaining("sigmaMax = 0.0");
    assertThatThrownBy(() -> Initialization.of(MixtureReference.DATA, 0, 10, 1))
        .hasMessageContaining("sigmaMax = 0.0");
  }
}
