package designspace.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.data.Gaussian;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class KullbackLeiblerTest {
  private static final int K = 3;

  private static Gaussian q(int d) {
    return Draw.law(d, 1, 1.3);
  }

  private static double exact(int d) {
    return GaussianDistance.klNats(Gaussian.isotropic(d, 1), q(d));
  }

  /** In one and two dimensions the bias is below the noise: the standard error alone suffices. */
  @Test
  void fewDimensionsAreWithinTheStandardError() {
    for (int d = 1; d <= 2; d++) {
      Points x = Draw.normal(4000, d, 1);
      Points y = Draw.normal(4000, d, 1, 1.3, 2);
      Gaussian p = Gaussian.isotropic(d, 1);
      for (SizeStudy study :
          new SizeStudy[] {
            KullbackLeibler.klNats(x, y, K),
            KullbackLeibler.klNats(p, 0, x, y, K),
            KullbackLeibler.klNats(x, q(d), 0, K)
          }) {
        double error = study.whole().error();
        assertThat(study.whole().value()).isCloseTo(exact(d), within(4 * error));
        assertThat(error).isBetween(0.005, 0.04);
      }
    }
  }

  /** In five dimensions it is not, and the extrapolation's error says so. */
  @Test
  void fiveDimensionsAreWithinTheExtrapolationsError() {
    Points x = Draw.normal(3000, 5, 1);
    Points y = Draw.normal(3000, 5, 1, 1.3, 2);
    SizeStudy study = KullbackLeibler.klNats(x, y, K);
    assertThat(study.extrapolated().value())
        .isCloseTo(exact(5), within(3 * study.extrapolated().error()));
    assertThat(study.rate()).isEqualTo(2 / 7.0);
  }

  /** The mean over repeats leaves the bias: it shrinks with n, about as fast as is assumed. */
  @Test
  void biasShrinksWithTheSamples() {
    double small = meanBias(10, 250, 64);
    double large = meanBias(10, 2000, 8);
    assertThat(small).isGreaterThan(0.3);
    assertThat(large).isBetween(0.5 * small, 0.85 * small); // 8^{−1/6} = 0.71
  }

  private static double meanBias(int d, int n, int repeats) {
    double sum = 0;
    for (int r = 0; r < repeats; r++) {
      Points x = Draw.normal(n, d, 100 + r);
      Points y = Draw.normal(n, d, 1, 1.3, 900 + r);
      sum += KullbackLeibler.klNats(x, y, K).whole().value() - exact(d);
    }
    return sum / repeats;
  }

  /** E ln(p̂/q̂) = E ln(p̂/p) + E ln(p/q̂): the three estimators fit together exactly. */
  @Test
  void knownAndEstimatedDensitiesAddUp() {
    Gaussian p = Gaussian.isotropic(3, 1);
    Points x = Draw.normal(200, 3, 1);
    Points y = Draw.normal(300, 3, 1, 1.3, 2);
    double whole = KullbackLeibler.klNats(x, y, K).whole().value();
    double first = KullbackLeibler.klNats(x, p, 0, K).whole().value();
    double second = KullbackLeibler.klNats(p, 0, x, y, K).whole().value();
    assertThat(first + second).isCloseTo(whole, within(1e-12));
  }

  /** Smoothing by σ is the law's own: N(0, 1) at σ is N(0, 1+σ²). */
  @Test
  void sigmaSmoothsTheLaw() {
    Points x = Draw.normal(200, 2, 0, 2, 1);
    double smoothed = KullbackLeibler.klNats(x, Draw.law(2, 0, 1), 2, K).whole().value();
    double wide = KullbackLeibler.klNats(x, Draw.law(2, 0, Math.sqrt(5)), 0, K).whole().value();
    assertThat(smoothed).isCloseTo(wide, within(1e-12));
  }

  @Test
  void invariantUnderShiftTurnAndScale() {
    Points x = Draw.normal(200, 2, 1);
    Points y = Draw.normal(250, 2, 1, 1.3, 2);
    double value = KullbackLeibler.klNats(x, y, K).whole().value();
    Points movedX = Draw.turned(Draw.shifted(x, 3, 4));
    Points movedY = Draw.turned(Draw.shifted(y, 3, 4));
    assertThat(KullbackLeibler.klNats(movedX, movedY, K).whole().value())
        .isCloseTo(value, within(1e-10));
    assertThat(KullbackLeibler.klNats(doubled(x), doubled(y), K).whole().value())
        .isCloseTo(value, within(1e-10));
  }

  private static Points doubled(Points points) {
    return points.map(x -> new double[] {2 * x[0], 2 * x[1]});
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws ExecutionException, InterruptedException {
    Points x = Draw.normal(300, 3, 1);
    Points y = Draw.normal(300, 3, 1, 1.3, 2);
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      SizeStudy alone = one.submit(() -> KullbackLeibler.klNats(x, y, K)).get();
      assertThat(KullbackLeibler.klNats(x, y, K)).isEqualTo(alone);
    } finally {
      one.shutdown();
    }
  }

  @Test
  void repeatedPointsAreRefused() {
    Points x = Draw.normal(100, 2, 1);
    Points y = Draw.normal(100, 2, 1, 1.3, 2);
    assertThatThrownBy(() -> KullbackLeibler.klNats(x, x, 1))
        .hasMessageContaining("distance of point 0 to its neighbour 1 = 0.0")
        .hasMessageContaining("repeated points have no density");
    double[] twice = x.toArray();
    twice[40] = twice[0];
    twice[41] = twice[1];
    Points repeated = Points.owning(twice, 2);
    assertThatThrownBy(() -> KullbackLeibler.klNats(repeated, y, 1))
        .hasMessageContaining("repeated points have no density");
  }

  @Test
  void refusals() {
    Points x = Draw.normal(100, 2, 1);
    assertThatThrownBy(() -> KullbackLeibler.klNats(x, x, 0)).hasMessageContaining("k = 0");
    assertThatThrownBy(() -> KullbackLeibler.klNats(x, x, 100))
        .hasMessageContaining("k = 100: expected less than the number of points in p, 100");
    assertThatThrownBy(() -> KullbackLeibler.klNats(x, x, 10))
        .hasMessageContaining("number of points in p = 100: expected an integer of at least 110")
        .hasMessageContaining("k = 10 neighbours");
    assertThatThrownBy(() -> KullbackLeibler.klNats(x, Draw.normal(100, 3, 1), 1))
        .hasMessageContaining("dimension of q = 3: expected 2");
    assertThatThrownBy(() -> KullbackLeibler.klNats(x, Gaussian.isotropic(3, 1), 0, 1))
        .hasMessageContaining("expected 3");
    double[] holed = x.toArray();
    holed[3] = Double.NaN;
    assertThatThrownBy(() -> KullbackLeibler.klNats(x, Points.owning(holed, 2), 1))
        .hasMessageContaining("q[1][1] = NaN");
  }
}
