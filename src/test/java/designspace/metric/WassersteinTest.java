package designspace.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WassersteinTest {
  private static final double ROUNDING = 1e-12;

  @Property(seed = "1", tries = 40)
  void assignmentIsTheBestOfAllPermutations(
      @ForAll @IntRange(min = 1, max = 7) int n, @ForAll @DoubleRange(min = 1, max = 3) double p) {
    Points a = Draw.normal(n, 2, 10 + n);
    Points b = Draw.normal(n, 2, 1, 2, 20 + n);
    double best = best(Samples.powers(p, a, b), n, 0, new boolean[n]);
    double exact = Math.pow(best / n, 1 / p);
    assertThat(Wasserstein.assignment(p, a, b)).isCloseTo(exact, within(ROUNDING));
  }

  /** The least cost of matching rows from {@code row} on, by trying every free column. */
  private static double best(double[] cost, int n, int row, boolean[] used) {
    if (row == n) {
      return 0;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int j = 0; j < n; j++) {
      if (!used[j]) {
        used[j] = true;
        best = Math.min(best, cost[row * n + j] + best(cost, n, row + 1, used));
        used[j] = false;
      }
    }
    return best;
  }

  @Property(seed = "2", tries = 20)
  void noPermutationBeatsTheAssignment(@ForAll long seed) {
    int n = 60;
    double[] cost = Samples.powers(2, Draw.normal(n, 3, seed), Draw.normal(n, 3, 1, 2, seed + 1));
    int[] partner = Assignment.solve(cost, n);
    assertThat(partner).doesNotHaveDuplicates();
    double best = total(cost, partner);
    RandomGenerator random = new RandomStreams(seed).stream(0);
    int[] other = partner.clone();
    for (int i = 0; i < 500; i++) {
      swap(other, random.nextInt(n), random.nextInt(n));
      assertThat(total(cost, other)).isGreaterThanOrEqualTo(best - 1e-10);
    }
  }

  private static double total(double[] cost, int[] partner) {
    double sum = 0;
    for (int i = 0; i < partner.length; i++) {
      sum += cost[i * partner.length + partner[i]];
    }
    return sum;
  }

  private static void swap(int[] order, int i, int j) {
    int kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }

  @Property(seed = "3", tries = 30)
  void onTheLineItIsTheSortedCoupling(@ForAll @IntRange(min = 1, max = 60) int n) {
    Points a = Draw.normal(n, 1, 30 + n);
    Points b = Draw.normal(n, 1, 1, 2, 40 + n);
    double w1 = Wasserstein.w1(LineLaw.sample(a), LineLaw.sample(b)).value();
    double w2 = Wasserstein.w2(LineLaw.sample(a), LineLaw.sample(b)).value();
    assertThat(Wasserstein.assignment(1, a, b)).isCloseTo(w1, within(ROUNDING));
    assertThat(Wasserstein.assignment(2, a, b)).isCloseTo(w2, within(ROUNDING));
  }

  @Property(seed = "4", tries = 20)
  void aTranslatedSampleIsAtTheShift(@ForAll @DoubleRange(min = 1, max = 4) double p) {
    Points a = Draw.normal(80, 3, 5);
    Points b = Draw.reversed(Draw.shifted(a, 1, -2, 2));
    assertThat(Wasserstein.assignment(p, a, b)).isCloseTo(3, within(1e-10));
  }

  @Property(seed = "5", tries = 20)
  void axiomsAndInvariances(@ForAll long seed) {
    Points a = Draw.normal(25, 2, seed);
    Points b = Draw.normal(25, 2, 1, 2, seed + 1);
    Points c = Draw.normal(25, 2, -1, 0.5, seed + 2);
    double ab = Wasserstein.assignment(2, a, b);
    assertThat(Wasserstein.assignment(2, a, Draw.reversed(a))).isZero();
    assertThat(Wasserstein.assignment(2, b, a)).isCloseTo(ab, within(ROUNDING));
    double detour = Wasserstein.assignment(2, a, c) + Wasserstein.assignment(2, c, b);
    assertThat(ab).isLessThanOrEqualTo(detour + ROUNDING);
    assertThat(Wasserstein.assignment(1, a, b)).isLessThanOrEqualTo(ab + ROUNDING); // Jensen
    Points movedA = Draw.turned(Draw.shifted(a, 5, -3));
    Points movedB = Draw.turned(Draw.shifted(b, 5, -3));
    assertThat(Wasserstein.assignment(2, movedA, movedB)).isCloseTo(ab, within(1e-10));
  }

  @Test
  void slicedOnTheLineIsW2() {
    Points a = Draw.normal(50, 1, 1);
    Points b = Draw.normal(70, 1, 1, 2, 2);
    Estimate sliced = Wasserstein.sliced(a, b, 5, new RandomStreams(3));
    double w2 = Wasserstein.w2(LineLaw.sample(a), LineLaw.sample(b)).value();
    assertThat(sliced.value()).isCloseTo(w2, within(ROUNDING));
    assertThat(sliced.error()).isCloseTo(0, within(ROUNDING));
  }

  /** Projections of a shifted sample are shifted by θᵀm, and E(θᵀm)² = ‖m‖²/d. */
  @Test
  void slicedDistanceOfATranslatedSample() {
    Points a = Draw.normal(40, 5, 1);
    Points b = Draw.shifted(a, 1, 2, 0, 0, 2);
    Estimate sliced = Wasserstein.sliced(a, b, 4000, new RandomStreams(4));
    assertThat(sliced.value()).isCloseTo(3 / Math.sqrt(5), within(4 * sliced.error()));
    assertThat(sliced.error()).isLessThan(0.02);
    assertThat(sliced.value()).isLessThan(3 / Math.sqrt(5) * 1.05);
  }

  @Test
  void slicedDistanceOfIsotropicGaussians() {
    int d = 4;
    Points a = Draw.normal(5000, d, 1);
    Points b = Draw.normal(5000, d, 2, 1.5, 2);
    Estimate sliced = Wasserstein.sliced(a, b, 200, new RandomStreams(5));
    double exact = Math.sqrt(4.0 / d + 0.25);
    // The samples add about (1+1.5²)^{½} n^{−½} = 0.026 to the noise of the directions.
    assertThat(sliced.value()).isCloseTo(exact, within(4 * Math.hypot(sliced.error(), 0.026)));
    double symmetric = Wasserstein.sliced(b, a, 200, new RandomStreams(5)).value();
    assertThat(symmetric).isEqualTo(sliced.value());
  }

  @Test
  void slicedIsAtMostW2OverRootD() {
    Points a = Draw.normal(100, 3, 1);
    Points b = Draw.normal(100, 3, 1, 2, 2);
    Estimate sliced = Wasserstein.sliced(a, b, 2000, new RandomStreams(6));
    double limit = Wasserstein.assignment(2, a, b) / Math.sqrt(3);
    assertThat(sliced.value()).isLessThan(limit + 4 * sliced.error());
    assertThat(Wasserstein.sliced(a, a, 10, new RandomStreams(7)).value()).isZero();
  }

  @Test
  void refusals() {
    Points three = Draw.normal(3, 2, 1);
    Points four = Draw.normal(4, 2, 1);
    assertThatThrownBy(() -> Wasserstein.assignment(2, three, four))
        .hasMessageContaining("number of points in b = 4: expected 3");
    assertThatThrownBy(() -> Wasserstein.assignment(2, three, Draw.normal(3, 1, 1)))
        .hasMessageContaining("dimension of b = 1: expected 2");
    assertThatThrownBy(() -> Wasserstein.assignment(0.5, three, three))
        .hasMessageContaining("order = 0.5");
    assertThatThrownBy(() -> Wasserstein.assignment(Double.NaN, three, three))
        .hasMessageContaining("order = NaN");
    Points holed = Points.of(new double[] {0, 1}, new double[] {2, Double.NaN});
    assertThatThrownBy(() -> Wasserstein.assignment(2, holed, holed))
        .hasMessageContaining("a[1][1] = NaN: expected a finite number");
    Points empty = Points.owning(new double[0], 2);
    assertThatThrownBy(() -> Wasserstein.assignment(2, empty, empty))
        .hasMessageContaining("number of points in a = 0");
    assertThatThrownBy(() -> Wasserstein.sliced(three, four, 1, new RandomStreams(1)))
        .hasMessageContaining("directions = 1");
    assertThatThrownBy(() -> Wasserstein.sliced(three, empty, 9, new RandomStreams(1)))
        .hasMessageContaining("number of points in b = 0");
  }
}
