package designspace.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SinkhornTest {
  private static final double DIGITS = 1e-6;
  private static final Points A = Draw.normal(30, 2, 1);
  private static final Points B = Draw.normal(30, 2, 1, 2, 2);

  /** The value's error is at most the residual times the spread of the potentials, about 10. */
  private static Sinkhorn at(double epsilon) {
    return new Sinkhorn(epsilon, 10_000, 1e-9);
  }

  /** For ε so small that digits cost thousands of iterations. */
  private static Sinkhorn sharp(double epsilon) {
    return new Sinkhorn(epsilon, 10_000, 1e-4);
  }

  /** Two points at distance 1 on each side: the plan keeps mass κ = 1/(1+e^{−1/ε}) in place. */
  @Property(seed = "1", tries = 30)
  void twoPointsHaveAClosedForm(@ForAll @DoubleRange(min = 0.05, max = 20) double epsilon) {
    Points two = Points.of(new double[] {0}, new double[] {1});
    double kept = 1 / (1 + Math.exp(-1 / epsilon));
    double entropy = kept * Math.log(2 * kept) + (1 - kept) * Math.log(2 * (1 - kept));
    double exact = 1 - kept + epsilon * entropy;
    Sinkhorn.Result result = at(epsilon).transport(two, Draw.reversed(two));
    assertThat(result.converged()).isTrue();
    assertThat(result.value()).isCloseTo(exact, within(1e-8));
  }

  @Test
  void entropyCostsAtMostEpsilonLogN() {
    double w2 = Wasserstein.assignment(2, A, B);
    double last = Double.POSITIVE_INFINITY;
    for (double epsilon : new double[] {3, 0.5, 0.1}) {
      Sinkhorn.Result result = sharp(epsilon).transport(A, B);
      assertThat(result.converged()).isTrue();
      assertThat(result.value()).isBetween(w2 * w2 - 1e-3, w2 * w2 + epsilon * Math.log(30));
      assertThat(result.value()).isLessThan(last);
      last = result.value();
    }
  }

  @Test
  void divergenceRunsFromW2ToTheDistanceOfMeans() {
    double w2 = Wasserstein.assignment(2, A, B);
    Sinkhorn.Result sharp = sharp(0.05).divergence(A, B);
    assertThat(sharp.converged()).isTrue();
    assertThat(sharp.value()).isCloseTo(w2 * w2, within(0.05 * Math.log(30)));
    double means = Math.hypot(A.mean()[0] - B.mean()[0], A.mean()[1] - B.mean()[1]);
    assertThat(at(1e5).divergence(A, B).value()).isCloseTo(means * means, within(1e-3));
  }

  @Property(seed = "2", tries = 5)
  void divergenceIsASymmetricDivergence(@ForAll @DoubleRange(min = 0.5, max = 5) double epsilon) {
    double value = at(epsilon).divergence(A, B).value();
    assertThat(value).isPositive();
    assertThat(at(epsilon).divergence(B, A).value()).isCloseTo(value, within(DIGITS));
    assertThat(at(epsilon).divergence(A, Draw.reversed(A)).value()).isCloseTo(0, within(DIGITS));
    Points movedA = Draw.turned(Draw.shifted(A, 3, 4));
    Points movedB = Draw.turned(Draw.shifted(B, 3, 4));
    assertThat(at(epsilon).divergence(movedA, movedB).value()).isCloseTo(value, within(DIGITS));
  }

  /** Means separate from shapes in the squared cost: a shift costs exactly its square. */
  @Test
  void divergenceOfATranslatedSampleIsTheSquaredShift() {
    double value = at(0.5).divergence(A, Draw.shifted(A, 1, 2)).value();
    assertThat(value).isCloseTo(5, within(DIGITS));
  }

  @Test
  void sizesMayDifferAndRepeatedPointsWeighDouble() {
    double[] values = new double[120];
    System.arraycopy(A.toArray(), 0, values, 0, 60);
    System.arraycopy(A.toArray(), 0, values, 60, 60);
    double once = at(0.5).divergence(A, B).value();
    assertThat(at(0.5).divergence(Points.owning(values, 2), B).value())
        .isCloseTo(once, within(DIGITS));
    // From one point there is one plan: the mean squared distance.
    Points origin = Points.of(new double[] {0, 0});
    double square = 0;
    for (double x : B.toArray()) {
      square += x * x / B.size();
    }
    assertThat(at(0.5).transport(origin, B).value()).isCloseTo(square, within(1e-9));
  }

  @Test
  void tellsWhenItHasNotConverged() {
    Sinkhorn.Result hasty = new Sinkhorn(0.01, 20, 1e-9).divergence(A, B);
    assertThat(hasty.converged()).isFalse();
    assertThat(hasty.iterations()).isEqualTo(20);
    assertThat(hasty.residual()).isGreaterThan(1e-9);
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> at(0.5).transport(A, B)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue(); // left set for the caller, cleared here
  }

  @Test
  void refusals() {
    assertThatThrownBy(() -> new Sinkhorn(0, 10, 1e-3)).hasMessageContaining("epsilon = 0.0");
    assertThatThrownBy(() -> new Sinkhorn(1, 0, 1e-3)).hasMessageContaining("maxIterations = 0");
    assertThatThrownBy(() -> new Sinkhorn(1, 10, Double.NaN)).hasMessageContaining("tolerance");
    assertThatThrownBy(() -> at(1).transport(A, Draw.normal(5, 3, 1)))
        .hasMessageContaining("dimension of b = 3: expected 2");
    assertThatThrownBy(() -> at(1).divergence(A, Points.owning(new double[0], 2)))
        .hasMessageContaining("number of points in b = 0");
  }
}
