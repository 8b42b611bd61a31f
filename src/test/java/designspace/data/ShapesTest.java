package designspace.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.core.RandomStreams;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapesTest {
  private static double[] centre(GaussianMixture law, int k) {
    return law.bump(k).mean();
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }

  /** Far from its ends a tube of bumps is as even as 2e^{−2π²} allows. */
  @Test
  void aStraightTubeHasNoVisibleRipple() {
    GaussianMixture line = Shapes.curve(0, 1, 0.02, t -> new double[] {t, 2 * t});
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 0; i <= 400; i++) {
      double t = 0.45 + 0.1 * i / 400;
      double density = Math.exp(line.logDensity(0, t, 2 * t));
      least = Math.min(least, density);
      most = Math.max(most, density);
    }
    double ripple = 2 * Math.exp(-2 * Math.PI * Math.PI);
    assertThat((most - least) / least).isBetween(0.5 * ripple, 2.01 * ripple);
  }

  @Test
  void bumpsOfACurveAreNoFurtherApartThanTheirWidth() {
    GaussianMixture roll = Shapes.swissRoll();
    for (int k = 1; k < roll.size(); k++) {
      double gap = distance(centre(roll, k - 1), centre(roll, k));
      assertThat(gap).isBetween(0.97 * 0.05, 0.05); // one more bump than fits exactly
      double radius = Math.hypot(centre(roll, k)[0], centre(roll, k)[1]);
      assertThat(radius).isBetween(0.5, 1.5);
    }
  }

  @Test
  void moonsAreHalfCircles() {
    GaussianMixture moons = Shapes.twoMoons();
    int half = moons.size() / 2;
    for (int k = 0; k < half; k++) {
      double[] upper = centre(moons, k);
      assertThat(distance(upper, new double[] {0, 0})).isCloseTo(1, within(1e-7)); // chords
      assertThat(upper[1]).isPositive();
      double[] lower = centre(moons, half + k);
      assertThat(lower).containsExactly(new double[] {1 - upper[0], 0.5 - upper[1]}, within(1e-12));
    }
    assertThat(moons.mean()).containsExactly(new double[] {0.5, 0.25}, within(1e-12));
  }

  /** Weights go by length: radii ½, 1, 3/2 have 1/6, 1/3, 1/2 of the mass. */
  @Test
  void ringsAreWeightedByTheirLengths() {
    GaussianMixture rings = Shapes.rings();
    double[] mass = new double[3];
    for (int k = 0; k < rings.size(); k++) {
      double radius = Math.hypot(centre(rings, k)[0], centre(rings, k)[1]);
      mass[(int) Math.round(2 * radius) - 1] += rings.weight(k);
    }
    assertThat(mass).containsExactly(new double[] {1 / 6.0, 1 / 3.0, 0.5}, within(1e-6)); // chords
  }

  @Test
  void checkerboardFillsEveryOtherCell() {
    Boxes board = Shapes.checkerboard();
    assertThat(board.size()).isEqualTo(8);
    Points sample = board.sample(500, new RandomStreams(1));
    for (int i = 0; i < sample.size(); i++) {
      double cells = Math.floor(sample.get(i, 0)) + Math.floor(sample.get(i, 1));
      assertThat(Math.floorMod((int) cells, 2)).isZero();
      assertThat(board.logDensity(0, sample.row(i))).isCloseTo(-Math.log(8), within(1e-14));
    }
    assertThat(board.logDensity(0, -1.5, -0.5)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Shapes.checkerboard(1, 2).size()).isEqualTo(1);
    assertThat(Shapes.checkerboard(3, 2).size()).isEqualTo(5);
  }

  /** Both halves of the crown are the tree again, smaller: half its weight, √λ in the ratio. */
  @Test
  void fractalIsSelfSimilar() {
    double ratio = 0.6;
    GaussianMixture small = Shapes.fractal(4, ratio, 0.5);
    GaussianMixture large = Shapes.fractal(5, ratio, 0.5);
    int trunk = large.size() - 2 * small.size();
    assertThat(trunk).isPositive();
    double crown = 0;
    for (int k = 0; k < small.size(); k++) {
      double width = Math.sqrt(large.bump(trunk + k).spectrum().eigenvalue(0));
      assertThat(width / Math.sqrt(small.bump(k).spectrum().eigenvalue(0)))
          .isCloseTo(ratio, within(1e-12));
      double gap = distance(centre(large, trunk + k), centre(large, trunk));
      assertThat(gap)
          .isCloseTo(ratio * distance(centre(small, k), centre(small, 0)), within(1e-12));
      crown += large.weight(trunk + k);
    }
    assertThat(crown).isCloseTo(0.4, within(1e-12)); // four of five generations, half of them
    assertThat(large.mean()[0]).isCloseTo(0, within(1e-15));
  }

  @Test
  void scalesAreOfOrderOne() {
    for (DataDistribution law :
        List.of(
            Shapes.twoMoons(),
            Shapes.swissRoll(),
            Shapes.rings(),
            Shapes.checkerboard(),
            Shapes.fractal())) {
      assertThat(Math.sqrt(law.covariance().getTrace() / 2)).isBetween(0.5, 1.2);
    }
  }

  @Test
  void refusesBadParameters() {
    assertThatThrownBy(() -> Shapes.twoMoons(0)).hasMessageContaining("width = 0.0");
    assertThatThrownBy(() -> Shapes.swissRoll(-1, 0.1)).hasMessageContaining("turns = -1.0");
    assertThatThrownBy(() -> Shapes.rings(0.1)).hasMessageContaining("number of radii = 0");
    assertThatThrownBy(() -> Shapes.rings(0.1, 1, Double.NaN))
        .hasMessageContaining("radii[1] = NaN");
    assertThatThrownBy(() -> Shapes.checkerboard(0, 1)).hasMessageContaining("cells = 0");
    assertThatThrownBy(() -> Shapes.checkerboard(2, -1)).hasMessageContaining("side = -1.0");
    assertThatThrownBy(() -> Shapes.fractal(0, 0.5, 1)).hasMessageContaining("generations = 0");
    assertThatThrownBy(() -> Shapes.fractal(3, 1, 1))
        .hasMessageContaining("ratio = 1.0: expected less than 1");
    assertThatThrownBy(() -> Shapes.fractal(3, 0.5, Double.NaN))
        .hasMessageContaining("angle = NaN");
    assertThatThrownBy(() -> Shapes.curve(1, 0, 0.1, t -> new double[] {t}))
        .hasMessageContaining("from = 1.0: expected less than to = 0.0");
    assertThatThrownBy(() -> Shapes.curve(0, 1, 0.1, t -> new double[] {2}))
        .hasMessageContaining("length of the curve = 0.0");
  }
}
