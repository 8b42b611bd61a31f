package designspace.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.core.RandomStreams;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class SubspaceTest {
  private static final double[] MEAN = {1, 0, -1, 2};
  private static final double[][] DIRECTIONS = {{1, 2, 0, -1}, {0.5, -1, 1, 0.3}};
  private final Gaussian plane = Gaussian.onSubspace(MEAN, DIRECTIONS);

  private static long zeros(Gaussian law) {
    return Arrays.stream(law.spectrum().eigenvalues()).filter(lambda -> lambda == 0).count();
  }

  private static RealMatrix covariance(double[][] rows) {
    RealMatrix b = MatrixUtils.createRealMatrix(rows);
    return b.transpose().multiply(b);
  }

  @Test
  void covarianceIsTheSumOverDirections() {
    assertThat(plane.covariance().subtract(covariance(DIRECTIONS)).getNorm()).isLessThan(1e-14);
    assertThat(zeros(plane)).isEqualTo(2);
    assertThat(plane.spectrum().isSingular()).isTrue();
    RealMatrix basis = plane.spectrum().matrix(1, 1, 1, 1);
    assertThat(basis.subtract(MatrixUtils.createRealIdentityMatrix(4)).getNorm()).isLessThan(1e-14);
  }

  /** Dependent directions, as computed: the sum of the first two with its rounding. */
  @Property(seed = "1", tries = 200)
  void roundingIsNoDirection(
      @ForAll @DoubleRange(min = -3, max = 3) double s,
      @ForAll @DoubleRange(min = -3, max = 3) double t) {
    double[] sum = new double[4];
    for (int j = 0; j < 4; j++) {
      sum[j] = s * DIRECTIONS[0][j] + t * DIRECTIONS[1][j];
    }
    double[][] three = {DIRECTIONS[0], DIRECTIONS[1], sum};
    Gaussian law = Gaussian.onSubspace(MEAN, three);
    assertThat(zeros(law)).isEqualTo(2);
    assertThat(law.covariance().subtract(covariance(three)).getNorm()).isLessThan(1e-12);
  }

  /**
   * Singular values keep a direction that is 1e−10 as long as another; eigenvalues of BBᵀ lose it.
   */
  @Test
  void aShortDirectionIsNotRounding() {
    Gaussian law = Gaussian.onSubspace(new double[2], new double[] {1, 1}, new double[] {1e-10, 0});
    double product = law.spectrum().eigenvalue(0) * law.spectrum().eigenvalue(1);
    assertThat(product / 1e-20).isCloseTo(1, within(1e-5)); // det BBᵀ; 1e−16/1e−10 relative
  }

  @Property(seed = "2", tries = 100)
  void isTheLimitOfAThinGaussian(
      @ForAll @DoubleRange(min = 0.1, max = 3) double sigma, @ForAll long seed) {
    double thickness = 1e-10;
    RealMatrix thick = MatrixUtils.createRealIdentityMatrix(4).scalarMultiply(thickness);
    Gaussian thin = Gaussian.of(MEAN, covariance(DIRECTIONS).add(thick).getData());
    Points x =
        plane.sample(1, new RandomStreams(seed)).plusNoise(sigma, new RandomStreams(seed + 1));
    // τ changes by 1e−10: relative 1e−8 at σ = 0.1, times a few squared standard deviations.
    assertThat(plane.logDensity(sigma, x.row(0)))
        .isCloseTo(thin.logDensity(sigma, x.row(0)), within(1e-6));
    assertThat(plane.score(sigma, x).row(0))
        .containsExactly(thin.score(sigma, x).row(0), within(1e-5));
    assertThat(plane.posteriorMean(sigma, x).row(0))
        .containsExactly(thin.posteriorMean(sigma, x).row(0), within(1e-6));
    double tau = sigma * sigma;
    assertThat(plane.fisherInformation(tau) / thin.fisherInformation(tau))
        .isCloseTo(1, within(1e-7));
    assertThat(plane.mmse(tau)).isCloseTo(thin.mmse(tau), within(1e-9));
  }

  @Test
  void samplesLieOnTheSubspace() {
    double[] normal = {1, -0.5, -1, 0}; // to both directions: 1 − 1 = 0, 0.5 + 0.5 − 1 = 0
    Points sample = plane.sample(100, new RandomStreams(3));
    for (int i = 0; i < sample.size(); i++) {
      assertThat(dot(centred(sample.row(i)), normal)).isCloseTo(0, within(1e-14));
    }
  }

  private static double[] centred(double[] x) {
    double[] centred = x.clone();
    for (int j = 0; j < x.length; j++) {
      centred[j] -= MEAN[j];
    }
    return centred;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  @Test
  void aPointIsPulledBackWhole() {
    Gaussian point = Gaussian.point(1, 2);
    Points x = Points.of(new double[] {4, -2});
    assertThat(point.score(0.5, x).row(0)).containsExactly(-12, 16);
    assertThat(point.posteriorMean(0.5, x).row(0)).containsExactly(1, 2);
    assertThat(point.posteriorVariance(0.5, x)).containsExactly(0);
    assertThat(point.mmse(0)).isZero();
    assertThat(point.fisherInformation(0.25)).isEqualTo(8);
    assertThat(point.sample(2, new RandomStreams(1)))
        .isEqualTo(Points.of(new double[] {1, 2}, new double[] {1, 2}));
    assertThat(point.smoothed(2).logDensity(0, 4, -2))
        .isCloseTo(Gaussian.isotropic(new double[] {1, 2}, 2).logDensity(0, 4, -2), within(1e-15));
  }

  @Test
  void refusesADensityAndBadDirections() {
    assertThatThrownBy(() -> plane.logDensity(0, MEAN))
        .hasMessage(
            "sigma = 0.0: expected a positive number, because a law on a subspace has no density"
                + " on ℝᵈ until it is smoothed");
    assertThatThrownBy(() -> Gaussian.onSubspace(MEAN, new double[] {1, 2}))
        .hasMessageContaining("dimension of directions[0] = 2: expected 4");
    assertThatThrownBy(() -> Gaussian.onSubspace(new double[1], new double[2][1]))
        .hasMessageContaining("number of directions = 2: expected at most d = 1");
    assertThatThrownBy(() -> Gaussian.onSubspace(new double[1], new double[] {Double.NaN}))
        .hasMessageContaining("directions[0][0] = NaN");
    assertThatThrownBy(() -> Gaussian.point(Double.POSITIVE_INFINITY))
        .hasMessageContaining("mean[0] = Infinity");
    assertThatThrownBy(() -> Gaussian.of(MEAN, covariance(DIRECTIONS).getData()))
        .hasMessageContaining("smallest eigenvalue");
  }
}
