package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.network.NetworkScore;
import designspace.network.ReluNetwork;
import designspace.network.Shape;
import java.util.random.RandomGenerator;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class Proposition1Test {
  private static final double ROUNDING = 1e-9; // relative, of differences of nearly equal numbers

  private static double[] draw(int d, RandomGenerator random) {
    double[] v = new double[d];
    for (int k = 0; k < d; k++) {
      v[k] = random.nextGaussian();
    }
    return v;
  }

  private static Proposition1 random(int d, int m, int depth, long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    return new Proposition1(ReluNetwork.paper(d, m, depth, seed), draw(d, random), draw(d, random));
  }

  @Property(tries = 200, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void bothBoundsHold(
      @ForAll @IntRange(min = 1, max = 5) int d,
      @ForAll @IntRange(min = 1, max = 30) int m,
      @ForAll @IntRange(min = 1, max = 4) int depth,
      @ForAll long seed,
      @ForAll @DoubleRange(min = -4, max = 4) double exponent) {
    Proposition1 at = random(d, m, depth, seed);
    double sigma = Math.pow(10, exponent);
    double term = at.term(sigma);
    assertThat(Math.abs(term - at.nearTerm()))
        .isLessThanOrEqualTo(at.nearEpsilon(sigma) + ROUNDING * at.nearTerm());
    assertThat(Math.abs(term / (sigma * sigma) - at.farScore()))
        .isLessThanOrEqualTo(at.farEpsilon(sigma) + ROUNDING * at.farScore());
  }

  /** The ε's are inverted, and they change with σ̄ as they must. */
  @Property(tries = 100, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void noiseLevelsOfAnEpsilon(
      @ForAll long seed, @ForAll @DoubleRange(min = -6, max = 6) double exponent) {
    Proposition1 at = random(3, 8, 2, seed);
    double epsilon = Math.pow(10, exponent);
    double rounding = 1e-11;
    assertThat(at.nearEpsilon(at.near(epsilon)) / epsilon).isCloseTo(1, within(rounding));
    assertThat(at.farEpsilon(at.far(epsilon)) / epsilon).isCloseTo(1, within(rounding));
    assertThat(at.near(2 * epsilon)).isGreaterThan(at.near(epsilon));
    assertThat(at.far(2 * epsilon)).isLessThan(at.far(epsilon));
  }

  /** One unit a layer, weights a, b, c: F = c·b·max(a·z, 0), and the bound is reached along a. */
  @Test
  void aChainByHand() {
    ReluNetwork chain = ReluNetwork.zero(new Shape(2, 1, 1, 1));
    chain.layer(0)[0] = 3;
    chain.layer(0)[1] = 4;
    chain.layer(1)[0] = 2;
    chain.layer(2)[0] = 0.5;
    Proposition1 at = new Proposition1(chain, new double[] {0}, new double[] {0.75});
    assertThat(at.lipschitz()).isCloseTo(5, within(1e-14));
    assertThat(at.farScore()).isCloseTo(3 * 0.75 + 4, within(1e-14));
    assertThat(at.term(2)).isCloseTo(2 * 2 * 6.25 + 0.75, within(1e-13));
    // z = σ̄(0.75, 1) is parallel to (3, 4): ε₁ is not only a bound.
    assertThat(at.term(2) - at.nearTerm()).isCloseTo(at.nearEpsilon(2), within(1e-13));
  }

  /** The term is the score's: eq-8 read as S(σ̄, x+σ̄ξ). */
  @Test
  void agreesWithTheScore() {
    ReluNetwork network = ReluNetwork.paper(2, 9, 2, 4);
    Proposition1 at = new Proposition1(network, new double[] {1, 2}, new double[] {-1, 0.5});
    Points s = NetworkScore.paper(network).at(0.7, Points.of(new double[] {0.3, 2.35}));
    double expected = Math.hypot(0.7 * s.get(0, 0) - 1, 0.7 * s.get(0, 1) + 0.5);
    assertThat(at.term(0.7)).isCloseTo(expected, within(1e-14));
    network.layer(0)[0] += 1; // whoever trains the network does not change this
    assertThat(at.term(0.7)).isCloseTo(expected, within(1e-14));
  }

  @Test
  void refusesWhatEq8DoesNotSee() {
    ReluNetwork other = ReluNetwork.zero(new Shape(4, 2, 1, 2));
    assertThatThrownBy(() -> new Proposition1(other, new double[2], new double[2]))
        .hasMessageContaining("inputs = 4: expected 3");
    Proposition1 at = random(2, 3, 1, 1);
    assertThatThrownBy(() -> at.term(0)).hasMessageContaining("sigma = 0.0");
    assertThatThrownBy(() -> at.far(0)).hasMessageContaining("epsilon = 0.0");
  }
}
