package designspace.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.data.Gaussian;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class FrechetDistanceTest {
  private static final double[][] COVARIANCE = {{2, 0.5, 0}, {0.5, 1, -0.3}, {0, -0.3, 0.7}};

  /** The points moved by x ↦ μ + L C⁻¹(x − x̄), which gives them mean μ and covariance LLᵀ. */
  private static Points withMoments(Points sample, double[] mean, double[][] covariance) {
    RealMatrix own = lower(FrechetDistance.fit(sample).spectrum().covariance());
    RealMatrix map =
        lower(MatrixUtils.createRealMatrix(covariance))
            .multiply(new LUDecomposition(own).getSolver().getInverse());
    double[] centre = sample.mean();
    return sample.map(
        x -> {
          for (int j = 0; j < x.length; j++) {
            x[j] -= centre[j];
          }
          double[] y = map.operate(x);
          for (int j = 0; j < y.length; j++) {
            y[j] += mean[j];
          }
          return y;
        });
  }

  private static RealMatrix lower(RealMatrix covariance) {
    return new CholeskyDecomposition(covariance, 1e-10, 1e-10).getL();
  }

  @Test
  void exactMomentsGiveTheDistanceOfTheGaussians() {
    double[] mean = {1, -1, 0.5};
    double[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    Points a = withMoments(Draw.normal(100, 3, 1), mean, COVARIANCE);
    Points b = withMoments(Draw.normal(60, 3, 2), new double[3], identity);
    double w2 =
        GaussianDistance.wasserstein2(Gaussian.of(mean, COVARIANCE), Gaussian.isotropic(3, 1));
    double square = FrechetDistance.square(a, b).whole().value();
    assertThat(square).isCloseTo(w2 * w2, within(1e-10));
    assertThat(FrechetDistance.square(b, a).whole().value()).isCloseTo(square, within(1e-10));
    assertThat(FrechetDistance.square(a, a).whole().value()).isCloseTo(0, within(1e-10));
  }

  @Test
  void onTheLineItIsMeansAndWidths() {
    Points a = Draw.normal(50, 1, 1);
    Points b = Draw.normal(40, 1, 1, 2, 2);
    double means = a.mean()[0] - b.mean()[0];
    double widths = Math.sqrt(a.variance()[0]) - Math.sqrt(b.variance()[0]);
    assertThat(FrechetDistance.square(a, b).whole().value())
        .isCloseTo(means * means + widths * widths, within(1e-12));
  }

  @Test
  void invariantUnderShiftAndTurn() {
    Points a = Draw.normal(100, 2, 1);
    Points b = Draw.normal(100, 2, 1, 2, 2);
    double square = FrechetDistance.square(a, b).whole().value();
    Points movedA = Draw.turned(Draw.shifted(a, 3, 4));
    Points movedB = Draw.turned(Draw.shifted(b, 3, 4));
    assertThat(FrechetDistance.square(movedA, movedB).whole().value())
        .isCloseTo(square, within(1e-10));
  }

  /** For equal laws the mean is (d + d(d+1)/4)(1/n + 1/m) to first order; halves reveal it. */
  @Test
  void biasIsAsStatedAndExtrapolatedAway() {
    int n = 400;
    double[] plain = new double[200];
    double[] extrapolated = new double[plain.length];
    for (int r = 0; r < plain.length; r++) {
      SizeStudy study =
          FrechetDistance.square(Draw.normal(n, 3, 100 + r), Draw.normal(n, 3, 1000 + r));
      plain[r] = study.whole().value();
      extrapolated[r] = study.extrapolated().value();
    }
    double stated = (3 + 3) * 2.0 / n;
    Estimate mean = Estimate.mean(plain);
    assertThat(mean.value()).isCloseTo(stated, within(4 * mean.error() + 0.02 * stated));
    Estimate rest = Estimate.mean(extrapolated);
    assertThat(rest.value()).isCloseTo(0, within(4 * rest.error()));
    assertThat(4 * rest.error()).isLessThan(0.5 * stated);
  }

  @Test
  void refusals() {
    assertThatThrownBy(() -> FrechetDistance.fit(Draw.normal(3, 3, 1)))
        .hasMessageContaining("number of points in sample = 3: expected an integer of at least 4");
    Points a = Draw.normal(40, 3, 1);
    assertThatThrownBy(() -> FrechetDistance.square(a, Draw.normal(39, 3, 1)))
        .hasMessageContaining("number of points in b = 39: expected an integer of at least 40");
    assertThatThrownBy(() -> FrechetDistance.square(a, Draw.normal(40, 2, 1)))
        .hasMessageContaining("dimension of b = 2: expected 3");
    Points flat = a.map(x -> new double[] {x[0], x[0], x[2]});
    assertThatThrownBy(() -> FrechetDistance.fit(flat))
        .hasMessageContaining("the covariance must be positive definite");
  }
}
