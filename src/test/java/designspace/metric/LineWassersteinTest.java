package designspace.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.data.Gaussian;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class LineWassersteinTest {
  private static final double ROUNDING = 1e-12;

  private static double w1(Points a, Points b) {
    return Wasserstein.w1(LineLaw.sample(a), LineLaw.sample(b)).value();
  }

  private static double w2(Points a, Points b) {
    return Wasserstein.w2(LineLaw.sample(a), LineLaw.sample(b)).value();
  }

  @Property(seed = "1", tries = 50)
  void aTranslatedSampleIsAtTheShift(
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @DoubleRange(min = -5, max = 5) double by) {
    Points a = Draw.normal(n, 1, n);
    Points b = Draw.reversed(Draw.shifted(a, by));
    assertThat(w1(a, b)).isCloseTo(Math.abs(by), within(ROUNDING));
    assertThat(w2(a, b)).isCloseTo(Math.abs(by), within(ROUNDING));
  }

  /** W₁ = ∫|F−G| dx, with both distribution functions counted between all neighbouring points. */
  @Property(seed = "2", tries = 50)
  void w1OfUnequalSizesIsTheAreaBetweenTheDistributionFunctions(
      @ForAll @IntRange(min = 1, max = 30) int n, @ForAll @IntRange(min = 1, max = 30) int m) {
    Points a = Draw.normal(n, 1, 10 + n);
    Points b = Draw.normal(m, 1, 0.7, 2, 100 + m);
    double[] all =
        DoubleStream.concat(Arrays.stream(a.toArray()), Arrays.stream(b.toArray()))
            .sorted()
            .toArray();
    double area = 0;
    for (int i = 1; i < all.length; i++) {
      area += (all[i] - all[i - 1]) * Math.abs(cdf(a, all[i - 1]) - cdf(b, all[i - 1]));
    }
    assertThat(w1(a, b)).isCloseTo(area, within(ROUNDING));
  }

  static double cdf(Points sample, double x) {
    return Arrays.stream(sample.toArray()).filter(y -> y <= x).count() / (double) sample.size();
  }

  @Property(seed = "3", tries = 50)
  void repeatingEveryPointChangesNothing(@ForAll @IntRange(min = 1, max = 20) int n) {
    Points a = Draw.normal(n, 1, 20 + n);
    Points b = Draw.normal(n + 3, 1, 1, 2, 30 + n);
    double[] twice = DoubleStream.of(a.toArray()).flatMap(x -> DoubleStream.of(x, x)).toArray();
    assertThat(w2(Points.owning(twice, 1), b)).isCloseTo(w2(a, b), within(ROUNDING));
    assertThat(w2(Points.owning(twice, 1), a)).isCloseTo(0, within(1e-7)); // √ of rounding
  }

  @Property(seed = "4", tries = 50)
  void axiomsForUnequalSizes(@ForAll @IntRange(min = 1, max = 20) int n) {
    Points a = Draw.normal(n, 1, 40 + n);
    Points b = Draw.normal(n + 2, 1, 1, 2, 50 + n);
    Points c = Draw.normal(2 * n, 1, -1, 0.5, 60 + n);
    assertThat(w1(a, a)).isZero();
    assertThat(w2(a, a)).isZero();
    assertThat(w1(b, a)).isEqualTo(w1(a, b));
    assertThat(w2(b, a)).isEqualTo(w2(a, b));
    assertThat(w1(a, b)).isLessThanOrEqualTo(w1(a, c) + w1(c, b) + ROUNDING);
    assertThat(w2(a, b)).isLessThanOrEqualTo(w2(a, c) + w2(c, b) + ROUNDING);
    assertThat(w1(a, b)).isLessThanOrEqualTo(w2(a, b) + ROUNDING); // Jensen
  }

  private static double[] grid(double from, double to, int points) {
    double[] x = new double[points];
    Arrays.setAll(x, i -> from + (to - from) * i / (points - 1));
    return x;
  }

  private static LineLaw normal(double mean, double c, int points) {
    double[] x = grid(mean - 9 * c, mean + 9 * c, points);
    NormalDistribution law = new NormalDistribution(mean, c);
    return LineLaw.density(x, Arrays.stream(x).map(law::density).toArray());
  }

  @Test
  void gridsOfNormalDensitiesMeetTheClosedForms() {
    Estimate w2 = Wasserstein.w2(normal(0, 1, 2001), normal(1.5, 3, 2000));
    double exact =
        GaussianDistance.wasserstein2(
            Gaussian.isotropic(1, 1), Gaussian.isotropic(new double[] {1.5}, 3));
    assertThat(w2.value()).isCloseTo(exact, within(w2.error()));
    assertThat(w2.error()).isLessThan(1e-3);
    Estimate shift = Wasserstein.w1(normal(0, 1, 2001), normal(1.5, 1, 1500));
    assertThat(shift.value()).isCloseTo(1.5, within(shift.error() + ROUNDING));
    // Equal means: W₁ = |c₁−c₂| E|Z|.
    Estimate width = Wasserstein.w1(normal(0, 1, 2001), normal(0, 3, 2001));
    double expected = 2 * Math.sqrt(2 / Math.PI);
    assertThat(width.value()).isCloseTo(expected, within(width.error()));
  }

  @Test
  void theErrorOfAGridFallsWithTheSquareOfTheSpacing() {
    double[] spacing = {1 / 50.0, 1 / 100.0, 1 / 200.0, 1 / 400.0};
    double[] error = new double[spacing.length];
    for (int i = 0; i < error.length; i++) {
      int points = (int) Math.round(18 / spacing[i] / 5) + 1;
      LineLaw narrow = normal(0, 1, points);
      LineLaw wide = normal(0, 3, points);
      error[i] = Math.abs(Wasserstein.w2(narrow, wide).value() - 2);
    }
    assertThat(LogLogSlope.fit(spacing, error).slope()).isCloseTo(2, within(0.1));
  }

  /** Uniform laws have linear quantiles: U(0,1) and U(1,3) differ by 1+u. */
  @Test
  void distributionFunctionsOfUniformLawsAreExact() {
    LineLaw narrow = LineLaw.cdf(grid(0, 1, 3), new double[] {0, 0.5, 1});
    LineLaw wide = LineLaw.cdf(grid(1, 3, 4), new double[] {0, 1 / 3.0, 2 / 3.0, 1});
    assertThat(Wasserstein.w1(narrow, wide).value()).isCloseTo(1.5, within(ROUNDING));
    double square = 7 / 3.0;
    assertThat(Wasserstein.w2(narrow, wide).value()).isCloseTo(Math.sqrt(square), within(ROUNDING));
    // Crossing quantiles: U(0,1) and U(½−½, ½+½)·3 differ by 2u−1, mean of |2u−1| is ½.
    LineLaw centred = LineLaw.cdf(grid(-1, 2, 3), new double[] {0, 0.5, 1});
    assertThat(Wasserstein.w1(narrow, centred).value()).isCloseTo(0.5, within(ROUNDING));
    // A point mass at 0 against U(0,1): ∫u = ½, ∫u² = ⅓.
    LineLaw point = LineLaw.sample(Points.of(new double[] {0}));
    assertThat(Wasserstein.w1(narrow, point).value()).isCloseTo(0.5, within(ROUNDING));
    double third = Wasserstein.w2(narrow, point).value();
    assertThat(third).isCloseTo(Math.sqrt(1 / 3.0), within(ROUNDING));
  }

  @Test
  void gapsWithoutMassAreStepped() {
    double[] x = {0, 1, 2, 3};
    LineLaw two = LineLaw.cdf(x, new double[] {0, 0.5, 0.5, 1});
    LineLaw moved = LineLaw.cdf(new double[] {1, 2, 3, 4}, new double[] {0, 0.5, 0.5, 1});
    assertThat(Wasserstein.w2(two, moved).value()).isCloseTo(1, within(ROUNDING));
  }

  /** The empirical law tends to the law: E W₁ is about 0.8 n^{−1/2} for N(0,1). */
  @Test
  void aSampleComesNearItsLaw() {
    LineLaw law = normal(0, 1, 4001);
    double distance = Wasserstein.w1(LineLaw.sample(Draw.normal(10_000, 1, 7)), law).value();
    assertThat(distance).isBetween(0.002, 0.03);
  }

  @Test
  void refusals() {
    assertThatThrownBy(() -> LineLaw.sample(Draw.normal(3, 2, 1)))
        .hasMessageContaining("dimension of points = 2: expected 1");
    assertThatThrownBy(() -> LineLaw.sample(Points.of(new double[] {0}, new double[] {Double.NaN})))
        .hasMessageContaining("points[1][0] = NaN");
    assertThatThrownBy(() -> LineLaw.sample(Points.owning(new double[0], 1)))
        .hasMessageContaining("number of points in points = 0");
    double[] x = {0, 1, 2};
    assertThatThrownBy(() -> LineLaw.density(x, new double[] {1, 1, 1}))
        .hasMessageContaining("mass on the grid = 2.0");
    assertThatThrownBy(() -> LineLaw.density(x, new double[] {1, -1, 1}))
        .hasMessageContaining("density[1] = -1.0");
    assertThatThrownBy(() -> LineLaw.density(x, new double[] {0.5, Double.NaN, 0.5}))
        .hasMessageContaining("density[1] = NaN");
    assertThatThrownBy(() -> LineLaw.cdf(x, new double[] {0, 2, 1}))
        .hasMessageContaining("rise of the cdf at 2 = -1.0");
    assertThatThrownBy(() -> LineLaw.cdf(new double[] {0, 0, 2}, new double[] {0, 0.5, 1}))
        .hasMessageContaining("x[0] = 0.0: expected less than x[1] = 0.0");
    assertThatThrownBy(() -> LineLaw.cdf(x, new double[] {0, 1}))
        .hasMessageContaining("number of cdf values = 2: expected 3");
  }
}
