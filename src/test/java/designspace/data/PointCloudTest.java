package designspace.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.core.RandomStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class PointCloudTest {
  private static final Points TRAINING = Gaussian.isotropic(3, 1).sample(200, new RandomStreams(1));
  private static final GaussianMixture CLOUD = GaussianMixture.points(TRAINING);

  /** The denoiser of a training set is a softmax of −‖x − x_i‖²/2τ. */
  @Property(seed = "1", tries = 100)
  void denoiserIsASoftmax(
      @ForAll @DoubleRange(min = 0.1, max = 10) double sigma, @ForAll long seed) {
    double[] x = TRAINING.plusNoise(sigma, new RandomStreams(seed)).row(7);
    double[] weights = new double[TRAINING.size()];
    Arrays.setAll(weights, i -> Math.exp(-squaredDistance(x, i) / (2 * sigma * sigma)));
    double total = Arrays.stream(weights).sum();
    double[] mean = new double[3];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < 3; j++) {
        mean[j] += weights[i] / total * TRAINING.get(i, j);
      }
    }
    assertThat(CLOUD.posteriorMean(sigma, Points.of(x)).row(0))
        .containsExactly(mean, within(1e-12));
  }

  private static double squaredDistance(double[] x, int i) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += (x[j] - TRAINING.get(i, j)) * (x[j] - TRAINING.get(i, j));
    }
    return sum;
  }

  @Property(seed = "2", tries = 100)
  void withoutNoiseTheDenoiserFindsTheNearestPoint(@ForAll long seed) {
    double[] x = TRAINING.plusNoise(1, new RandomStreams(seed)).row(3);
    int nearest = 0;
    for (int i = 0; i < TRAINING.size(); i++) {
      nearest = squaredDistance(x, i) < squaredDistance(x, nearest) ? i : nearest;
    }
    // The runner-up, of 200 random points, is further by far more than 1e−10 in ‖·‖².
    assertThat(CLOUD.posteriorMean(1e-6, Points.of(x)).row(0))
        .containsExactly(TRAINING.row(nearest), within(1e-15));
    assertThat(CLOUD.posteriorVariance(1e-6, Points.of(x))[0]).isZero();
  }

  @Property(seed = "3", tries = 100)
  void isTheLimitOfNarrowBumps(
      @ForAll @DoubleRange(min = 0.1, max = 3) double sigma, @ForAll long seed) {
    double c = 1e-6;
    double[] weights = new double[TRAINING.size()];
    Arrays.fill(weights, 1);
    GaussianMixture narrow = GaussianMixture.of(weights, TRAINING, c);
    Points x = TRAINING.plusNoise(sigma, new RandomStreams(seed)).slice(0, 1);
    double[] row = x.row(0);
    // τ changes by c²: relative c²/τ ≤ 1e−10, times exponents ‖x − x_i‖²/2τ of at most 1e4.
    assertThat(narrow.logDensity(sigma, row)).isCloseTo(CLOUD.logDensity(sigma, row), within(1e-6));
    double[] score = CLOUD.score(sigma, x).row(0);
    assertThat(narrow.score(sigma, x).row(0)).containsExactly(score, within(1e-6));
    RealMatrix change =
        narrow.posteriorCovariance(sigma, row).subtract(CLOUD.posteriorCovariance(sigma, row));
    assertThat(change.getNorm()).isLessThan(1e-6);
  }

  /** One stray point of weight 1e−300 keeps its share of the variance. */
  @Test
  void lightPartsAreNotLostToRounding() {
    GaussianMixture two =
        GaussianMixture.points(
            new double[] {1, 1e-300}, Points.of(new double[] {1.0 / 3}, new double[] {7}));
    double gap = 7 - 1.0 / 3;
    double variance = two.posteriorVariance(1e6, Points.of(new double[] {0}))[0];
    assertThat(variance / (1e-300 * gap * gap)).isCloseTo(1, within(1e-10));
  }

  @Test
  void hundredsOfFullCovariancesAtAnyNoise() {
    int d = 6;
    RandomGenerator random = new RandomStreams(5).stream(0);
    Gaussian[] bumps = new Gaussian[300];
    double[] weights = new double[bumps.length];
    for (int k = 0; k < bumps.length; k++) {
      double[][] b = new double[d][d];
      for (double[] row : b) {
        Arrays.setAll(row, j -> random.nextGaussian());
      }
      double[] centre = random.doubles(d, -5, 5).toArray();
      RealMatrix root = MatrixUtils.createRealMatrix(b);
      RealMatrix ridge = MatrixUtils.createRealIdentityMatrix(d).scalarMultiply(0.01);
      bumps[k] = Gaussian.of(centre, root.multiply(root.transpose()).add(ridge).getData());
      weights[k] = 0.1 + random.nextDouble();
    }
    GaussianMixture data = GaussianMixture.of(weights, bumps);
    for (double sigma : new double[] {1e-6, 1, 1e6}) {
      Points x = data.sample(20, new RandomStreams(6)).plusNoise(sigma, new RandomStreams(7));
      double[] score = data.score(sigma, x).toArray();
      double[] mean = data.posteriorMean(sigma, x).toArray();
      double[] variance = data.posteriorVariance(sigma, x);
      double[] noisy = x.toArray();
      for (int i = 0; i < score.length; i++) {
        double tweedie = noisy[i] + sigma * sigma * score[i];
        assertThat(mean[i]).isCloseTo(tweedie, within(1e-13 * (100 + Math.abs(noisy[i]))));
        // Its mean is at most dτ and m₂²; between bumps it can be more.
        double bound = 2 * Math.min(d * sigma * sigma, data.secondMoment());
        assertThat(variance[i / d]).isBetween(0.0, bound);
      }
    }
  }

  @Test
  void hasNoDensityWithoutNoise() {
    assertThatThrownBy(() -> CLOUD.logDensity(0, 1, 2, 3))
        .hasMessageContaining("sigma = 0.0: expected a positive number")
        .hasMessageContaining("no density");
    assertThatThrownBy(() -> CLOUD.logDensity(0, TRAINING)).hasMessageContaining("no density");
    assertThatThrownBy(() -> GaussianMixture.points(new double[] {1}, TRAINING))
        .hasMessageContaining("number of weights = 1: expected 200");
    assertThatThrownBy(() -> GaussianMixture.points(Points.of(new double[] {Double.NaN})))
        .hasMessageContaining("mean[0] = NaN");
  }
}
