package designspace.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.core.RandomStreams;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class GaussianTest {
  private static final double[][] COVARIANCE = {{2, 0.5, 0.3}, {0.5, 1, -0.2}, {0.3, -0.2, 0.7}};
  private static final double[] MEAN = {1, -2, 0.5};

  @Test
  void scoreSolvesTheLinearSystem() {
    Gaussian data = Gaussian.of(MEAN, COVARIANCE);
    double sigma = 0.8;
    RealMatrix total =
        MatrixUtils.createRealMatrix(COVARIANCE)
            .add(MatrixUtils.createRealIdentityMatrix(3).scalarMultiply(sigma * sigma));
    double[] x = {0.3, 0.1, -4};
    double[] deviation = {x[0] - MEAN[0], x[1] - MEAN[1], x[2] - MEAN[2]};
    double[] solved =
        new LUDecomposition(total)
            .getSolver()
            .solve(MatrixUtils.createRealVector(deviation))
            .mapMultiply(-1)
            .toArray();
    assertThat(data.score(sigma, Points.of(x)).row(0)).containsExactly(solved, within(1e-13));
  }

  /** lem-11: J = d/τ − mmse/τ², and both against their definitions by simulation. */
  @Property(seed = "1")
  void fisherInformationAndMmseAreTied(@ForAll @DoubleRange(min = -3, max = 4) double power) {
    Gaussian data = Gaussian.of(MEAN, COVARIANCE);
    double tau = Math.pow(10, power);
    double other = 3 / tau - data.mmse(tau) / (tau * tau);
    // 3/τ cancels to J at small τ: its rounding is 3/τ · 1e−16.
    assertThat(data.fisherInformation(tau)).isCloseTo(other, within(1e-15 * 3 / tau + 1e-15));
  }

  @Test
  void fisherInformationIsTheMeanSquaredScore() {
    Gaussian data = Gaussian.of(MEAN, COVARIANCE);
    double sigma = 0.5;
    int n = 40_000;
    Points noisy = data.sample(n, new RandomStreams(1)).plusNoise(sigma, new RandomStreams(2));
    Points score = data.score(sigma, noisy);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double norm = 0;
      for (double s : score.row(i)) {
        norm += s * s;
      }
      sum += norm;
      squares += norm * norm;
    }
    double mean = sum / n;
    double standardError = Math.sqrt((squares / n - mean * mean) / n);
    assertThat(mean).isCloseTo(data.fisherInformation(0.25), within(4 * standardError));
  }

  @Test
  void samplesHaveItsMomentsAndEachItsOwnStream() {
    Gaussian data = Gaussian.of(MEAN, COVARIANCE);
    int n = 100_000;
    Points sample = data.sample(n, new RandomStreams(3));
    for (int j = 0; j < 3; j++) {
      double variance = COVARIANCE[j][j];
      assertThat(sample.mean()[j]).isCloseTo(MEAN[j], within(4 * Math.sqrt(variance / n)));
      assertThat(sample.variance()[j])
          .isCloseTo(variance, within(4 * variance * Math.sqrt(2.0 / n)));
    }
    double product = 0;
    for (int i = 0; i < n; i++) {
      product += (sample.get(i, 0) - MEAN[0]) * (sample.get(i, 1) - MEAN[1]) / n;
    }
    // Var(x₁x₂) = Σ₁₁Σ₂₂ + Σ₁₂².
    assertThat(product).isCloseTo(0.5, within(4 * Math.sqrt((2 * 1 + 0.25) / n)));
    assertThat(data.sample(10, new RandomStreams(3))).isEqualTo(sample.slice(0, 10));
  }

  @Test
  void smoothingAddsVarianceAndKeepsTheBasis() {
    Gaussian smoothed = Gaussian.of(MEAN, COVARIANCE).smoothed(2);
    RealMatrix difference =
        smoothed.spectrum().covariance().subtract(MatrixUtils.createRealMatrix(COVARIANCE));
    assertThat(difference.subtract(MatrixUtils.createRealIdentityMatrix(3).scalarMultiply(4)))
        .satisfies(m -> assertThat(m.getNorm()).isLessThan(1e-13));
    assertThat(Gaussian.of(MEAN, COVARIANCE).secondMoment())
        .isCloseTo(1 + 4 + 0.25 + 3.7, within(1e-13));
  }

  /** An eigen-decomposition that takes rounding for asymmetry returns a skew basis. */
  @Property(seed = "2")
  void nearlySymmetricInputIsTakenAsSymmetric(
      @ForAll @DoubleRange(min = -16, max = -10.5) @Scale(6) double power) {
    double off = Math.pow(10, power);
    double[][] nearly = {{1, off, 0.5}, {0, 1, 0.5}, {0.5, 0.5 + off, 1}};
    RealMatrix error =
        Gaussian.of(new double[3], nearly)
            .spectrum()
            .covariance()
            .subtract(MatrixUtils.createRealMatrix(nearly));
    assertThat(error.getNorm()).isLessThan(2 * off + 1e-14);
  }

  @Test
  void refusesWhatIsNoCovariance() {
    double[] origin = {0, 0};
    assertThatThrownBy(() -> Gaussian.of(origin, new double[][] {{1, 2}, {2, 1}}))
        .hasMessageContaining("smallest eigenvalue of the covariance = -")
        .hasMessageContaining("positive definite");
    assertThatThrownBy(() -> Gaussian.of(origin, new double[][] {{1, 1}, {1, 1}}))
        .hasMessageContaining("smallest eigenvalue");
    assertThatThrownBy(() -> Gaussian.of(origin, new double[][] {{1, 0.5}, {0.4, 1}}))
        .hasMessageContaining("covariance[1][0] = 0.4: expected covariance[0][1] = 0.5");
    assertThatThrownBy(() -> Gaussian.of(origin, new double[][] {{1, 0}, {0, -1}}))
        .hasMessageContaining("variance[1] = -1.0");
    assertThatThrownBy(() -> Gaussian.of(origin, new double[][] {{1, 0}, {0, Double.NaN}}))
        .hasMessageContaining("covariance[1][1] = NaN");
    assertThatThrownBy(() -> Gaussian.of(origin, new double[][] {{1, 0}}))
        .hasMessageContaining("length of covariance row 0 = 2: expected 1");
    assertThatThrownBy(() -> Gaussian.of(new double[] {0}, new double[][] {{1, 0}, {0, 1}}))
        .hasMessageContaining("dimension of mean = 1: expected 2");
    assertThatThrownBy(() -> Gaussian.isotropic(new double[] {Double.NaN}, 1))
        .hasMessageContaining("mean[0] = NaN");
    assertThatThrownBy(() -> Gaussian.isotropic(2, 0)).hasMessageContaining("c = 0.0");
    assertThatThrownBy(() -> Gaussian.isotropic(0, 1)).hasMessageContaining("dimension = 0");
  }

  @Test
  void refusesPointsOfAnotherSpace() {
    Gaussian data = Gaussian.isotropic(2, 1);
    assertThatThrownBy(() -> data.score(1, Points.of(new double[] {1})))
        .hasMessageContaining("dimension of x = 1: expected 2");
    assertThatThrownBy(() -> data.score(0, Points.of(new double[] {1, 1})))
        .hasMessageContaining("sigma = 0.0");
    assertThatThrownBy(() -> data.sample(0, new RandomStreams(0))).hasMessageContaining("n = 0");
  }
}
