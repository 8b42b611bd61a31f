package designspace.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.data.Gaussian;
import designspace.metric.GaussianDistance;
import designspace.metric.LogLogSlope;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

class GaussianLawTest {
  private static final double[][] COVARIANCE = {{2, 0.5, 0.3}, {0.5, 1, -0.2}, {0.3, -0.2, 0.7}};
  private static final double[] MEAN = {1, -2, 0.5};
  private static final Gaussian DATA = Gaussian.of(MEAN, COVARIANCE);
  private static final NoiseGrid GRID = NoiseGrid.polynomial(0.002, 80, 7, 25);

  /** An independent route: full matrices, no eigenbasis, variances instead of excesses. */
  @Test
  void agreesWithTheMatrixRecursionForEverySampler() {
    for (LinearSampler sampler : LinearSampler.values()) {
      RealMatrix identity = MatrixUtils.createRealIdentityMatrix(3);
      RealMatrix covariance = identity.scalarMultiply(6400);
      RealVector mean = new ArrayRealVector(3);
      for (int k = 0; k < GRID.steps(); k++) {
        RealMatrix gain = gain(sampler, GRID.sigma(k), GRID.sigma(k + 1));
        double noise = noise(sampler, GRID.sigma(k), GRID.sigma(k + 1));
        RealVector centre = new ArrayRealVector(MEAN);
        mean = centre.add(gain.operate(mean.subtract(centre)));
        covariance =
            gain.multiply(covariance)
                .multiply(gain.transpose())
                .add(identity.scalarMultiply(noise));
      }
      GaussianLaw law = GaussianLaw.of(sampler, DATA, GRID);
      Gaussian exact = law.asGaussian();
      assertThat(exact.mean()).containsExactly(mean.toArray(), within(1e-10));
      assertThat(exact.spectrum().covariance().subtract(covariance).getNorm())
          .as(sampler.label())
          .isLessThan(1e-9);
      Gaussian target = DATA.smoothed(0.002);
      assertThat(law.klNats()).isCloseTo(GaussianDistance.klNats(target, exact), within(1e-10));
      // W₂ of nearly equal laws is a root of a difference: half the digits are left.
      assertThat(law.wasserstein2())
          .isCloseTo(GaussianDistance.wasserstein2(target, exact), within(1e-6));
    }
  }

  /** x′ = gain (x − μ) + μ + noise: each sampler as its update is usually written. */
  private static RealMatrix gain(LinearSampler sampler, double from, double to) {
    RealMatrix identity = MatrixUtils.createRealIdentityMatrix(3);
    RealMatrix score = scoreMatrix(from);
    return switch (sampler) {
      case EXPONENTIAL_INTEGRATOR -> identity.add(score.scalarMultiply(from * from - to * to));
      case EULER_FLOW -> identity.add(score.scalarMultiply(from * (from - to)));
      case HEUN_FLOW -> {
        // Euler first, then the mean of both slopes.
        RealMatrix euler = identity.add(score.scalarMultiply(from * (from - to)));
        RealMatrix slopes =
            score.scalarMultiply(from).add(scoreMatrix(to).multiply(euler).scalarMultiply(to));
        yield identity.add(slopes.scalarMultiply(0.5 * (from - to)));
      }
      case FROZEN_DENOISER -> {
        // X₀ is guessed as x + τ score; the rest of x shrinks by τ′/τ.
        RealMatrix denoiser = identity.add(score.scalarMultiply(from * from));
        double shrink = to * to / (from * from);
        yield denoiser.add(identity.subtract(denoiser).scalarMultiply(shrink));
      }
    };
  }

  private static double noise(LinearSampler sampler, double from, double to) {
    return switch (sampler) {
      case EXPONENTIAL_INTEGRATOR -> from * from - to * to;
      case EULER_FLOW, HEUN_FLOW -> 0;
      case FROZEN_DENOISER -> to * to * (from * from - to * to) / (from * from);
    };
  }

  /** −(Σ + τI)⁻¹. */
  private static RealMatrix scoreMatrix(double sigma) {
    RealMatrix total =
        new Array2DRowRealMatrix(COVARIANCE)
            .add(MatrixUtils.createRealIdentityMatrix(3).scalarMultiply(sigma * sigma));
    return new LUDecomposition(total).getSolver().getInverse().scalarMultiply(-1);
  }

  @Property(seed = "1")
  void theDefectIsWhatAStepAddsToAnExactVariance(
      @ForAll @DoubleRange(min = -3, max = 3) double lambdaPower,
      @ForAll @DoubleRange(min = -2, max = 2) double fromPower,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double fraction) {
    double lambda = Math.pow(10, lambdaPower);
    double from = Math.pow(10, fromPower);
    double to = from * fraction;
    for (LinearSampler sampler : LinearSampler.values()) {
      double gain = sampler.gain(lambda, from, to);
      double before = lambda + from * from;
      double after = lambda + to * to;
      double naive = (gain * gain * before + noise(sampler, from, to)) / after - 1;
      // The naive form loses the digits of before/after.
      assertThat(sampler.defect(lambda, from, to))
          .isCloseTo(naive, within(1e-14 * (1 + before / after)));
    }
  }

  @Test
  void theErrorFallsLikeOneOverNSquared() {
    double[] steps = {50, 100, 200, 500, 1000, 2000, 5000};
    for (LinearSampler sampler :
        new LinearSampler[] {LinearSampler.EXPONENTIAL_INTEGRATOR, LinearSampler.FROZEN_DENOISER}) {
      double[] kl =
          Arrays.stream(steps)
              .map(n -> GaussianLaw.of(sampler, DATA, grid((int) n)).klNats())
              .toArray();
      // N = 50 is not yet asymptotic: the next order in 1/N moves the slope by about 1/50.
      assertThat(LogLogSlope.fit(steps, kl).slope())
          .as(sampler.label())
          .isCloseTo(-2, within(0.05));
    }
  }

  private static NoiseGrid grid(int steps) {
    // A zero-mean start keeps the mean's initialization error below the range fitted.
    return NoiseGrid.geometric(0.002, 8e4, steps);
  }

  /**
   * B4's limits of N²KL, approached from N to 4N by a factor of at least two. The stochastic
   * samplers need N ≫ σ_max/c; the flow needs N ≪ σ_max²/c², hence its own σ_max.
   */
  @Test
  void theAngleLawsReachTheirConstants() {
    double root = 1 - Math.hypot(0.5, 0.002) / Math.hypot(0.5, 80);
    double sine = 80 / Math.hypot(0.5, 80) - 0.002 / Math.hypot(0.5, 0.002);
    double arc = Math.atan(1e5 / 0.5) - Math.atan(0.002 / 0.5);
    double left = 1 + 0.002 * 0.002 / 0.25;
    double ofSine = 4 * left * left * Math.pow(sine, 4);
    approaches(
        LinearSampler.EXPONENTIAL_INTEGRATOR, AngleLaw.INVERSE_ROOT, 80, 4 * Math.pow(root, 4));
    approaches(LinearSampler.EULER_FLOW, AngleLaw.ARCTANGENT, 1e5, Math.pow(arc, 4) / 4);
    approaches(LinearSampler.FROZEN_DENOISER, AngleLaw.SINE, 80, ofSine);
  }

  private static void approaches(LinearSampler sampler, AngleLaw law, double high, double limit) {
    double coarse = Math.abs(scaledKl(sampler, law, high, 500) / limit - 1);
    double fine = Math.abs(scaledKl(sampler, law, high, 2000) / limit - 1);
    assertThat(fine).as(sampler.label()).isLessThan(0.5 * coarse).isLessThan(0.01);
  }

  private static double scaledKl(LinearSampler sampler, AngleLaw law, double high, int n) {
    NoiseGrid grid = NoiseGrid.angle(law, 0.5, 0.002, high, n);
    return (double) n * n * GaussianLaw.of(sampler, Gaussian.isotropic(1, 0.5), grid).klNats();
  }

  /** The laws are optimal only in the limit, so each is compared where it is nearly reached. */
  @Property(seed = "2", tries = 100)
  void noPerturbedGridBeatsALawByMoreThanTheNextOrder(
      @ForAll @DoubleRange(min = -0.5, max = 0.5) double bend,
      @ForAll @IntRange(min = 1, max = 4) int waves) {
    int n = 1000;
    for (Object[] pair :
        new Object[][] {
          {LinearSampler.EXPONENTIAL_INTEGRATOR, AngleLaw.INVERSE_ROOT},
          {LinearSampler.FROZEN_DENOISER, AngleLaw.SINE}
        }) {
      LinearSampler sampler = (LinearSampler) pair[0];
      NoiseGrid best = NoiseGrid.angle((AngleLaw) pair[1], 0.5, 0.002, 80, 4 * n);
      double[] sigmas = new double[n + 1];
      for (int k = 0; k <= n; k++) {
        // A smooth reparametrisation of the law: uniform plus a sine that keeps it monotone.
        double f = (double) k / n;
        double warped = f + bend * Math.sin(waves * Math.PI * f) / (waves * Math.PI);
        sigmas[k] = best.sigma((int) Math.round(4 * n * warped));
      }
      Gaussian data = Gaussian.isotropic(1, 0.5);
      double law =
          GaussianLaw.of(sampler, data, NoiseGrid.angle((AngleLaw) pair[1], 0.5, 0.002, 80, n))
              .klNats();
      double other = GaussianLaw.of(sampler, data, NoiseGrid.of(sigmas)).klNats();
      assertThat(other / law).isGreaterThan(1 - 10.0 / n);
    }
  }

  /** At the start the law is N(0, σ_max²I) in any basis. */
  @Test
  void theFirstLawIsTheStart() {
    Gaussian start = GaussianLaw.path(LinearSampler.EULER_FLOW, DATA, GRID).get(0).asGaussian();
    RealMatrix error =
        start
            .spectrum()
            .covariance()
            .subtract(MatrixUtils.createRealIdentityMatrix(3).scalarMultiply(6400));
    assertThat(error.getNorm()).isLessThan(1e-10);
    assertThat(start.mean()).containsExactly(new double[3], within(1e-12));
  }

  /** One giant step and scales far apart: values from 50-digit arithmetic. */
  @Test
  void extremeRangesKeepTheirDigits() {
    NoiseGrid giant = NoiseGrid.of(1e12, 1e-12);
    Gaussian unit = Gaussian.isotropic(1, 1);
    GaussianLaw law = GaussianLaw.of(LinearSampler.EXPONENTIAL_INTEGRATOR, unit, giant);
    assertThat(law.klNats()).isCloseTo(27.131021, within(1e-6));
    for (LinearSampler sampler : LinearSampler.values()) {
      for (double c : new double[] {1e-6, 1, 1e10}) {
        Gaussian data = Gaussian.isotropic(1, c);
        assertThat(GaussianLaw.of(sampler, data, giant).klNats()).isFinite().isNotNegative();
        assertThat(GaussianLaw.of(sampler, data, GRID).klNats()).isFinite().isNotNegative();
      }
    }
  }

  /**
   * 1+r = (τ₀/S₀) cos(Δθ/N)^{2N} on the tangent law, and no grid does better (ln cos is concave).
   */
  @Property(seed = "3")
  void theTangentLawIsBestForTheFlowAtEveryN(
      @ForAll @DoubleRange(min = 0.05, max = 20) double c,
      @ForAll @IntRange(min = 2, max = 30) int n,
      @ForAll @DoubleRange(min = 0.8, max = 1.25) @Scale(6) double factor) {
    Gaussian data = Gaussian.isotropic(1, c);
    NoiseGrid tangent = NoiseGrid.angle(AngleLaw.ARCTANGENT, c, 0.002, 80, n);
    GaussianLaw best = GaussianLaw.of(LinearSampler.EULER_FLOW, data, tangent);
    double step = (Math.atan2(80, c) - Math.atan2(0.002, c)) / n;
    double ratio = 6400 / (6400 + c * c) * Math.pow(Math.cos(step), 2 * n);
    assertThat(1 + best.excess(0)).isCloseTo(ratio, within(1e-12));
    double[] moved = tangent.sigmas();
    double level = moved[n / 2] * factor;
    moved[n / 2] = Math.min(0.999 * moved[n / 2 - 1], Math.max(1.001 * moved[n / 2 + 1], level));
    double other = GaussianLaw.of(LinearSampler.EULER_FLOW, data, NoiseGrid.of(moved)).klNats();
    assertThat(other).isGreaterThanOrEqualTo(best.klNats() * (1 - 1e-10));
  }

  @Test
  void anExactStartWithoutDefectStaysExact() {
    // As λ → 0 the frozen denoiser is exact from the first step on.
    Gaussian point = Gaussian.isotropic(1, 1e-9);
    GaussianLaw law =
        GaussianLaw.of(LinearSampler.FROZEN_DENOISER, point, NoiseGrid.geometric(0.01, 10, 5));
    assertThat(law.klNats()).isLessThan(1e-25);
  }
}
