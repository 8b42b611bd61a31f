package designspace.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.core.RandomStreams;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NetworkScoreTest {
  /** A dozen operations. */
  private static final double ROUNDING = 1e-13;

  private static final double[] X = {0.7, -1.9};

  /**
   * Karras et al. 2022, table 1: D = c_skip x + c_out F(c_in x, c_noise), S = (D − x)/σ², with
   * c_skip = σ_data²/(σ²+σ_data²), c_out = σσ_data/√(σ²+σ_data²), c_in = 1/√(σ²+σ_data²), c_noise =
   * ¼ ln σ.
   */
  @Property(tries = 50, seed = "1")
  void edmsDenoiserIsThatOfItsTable(
      @ForAll @DoubleRange(min = 0.01, max = 80) double sigma,
      @ForAll @DoubleRange(min = 0.1, max = 5) double sigmaData,
      @ForAll long seed) {
    ReluNetwork network = ReluNetwork.practical(new Shape(4, 6, 1, 2), seed);
    double square = sigma * sigma + sigmaData * sigmaData;
    double cIn = 1 / Math.sqrt(square);
    double[] z = {cIn * X[0], cIn * X[1], Math.log(sigma) / 4, 1};
    double[] f = network.apply(Points.of(z)).row(0);
    Points score =
        new NetworkScore(network, Parametrization.edm(sigmaData)).at(sigma, Points.of(X));
    for (int k = 0; k < 2; k++) {
      double skip = sigmaData * sigmaData / square * X[k];
      double out = sigma * sigmaData / Math.sqrt(square) * f[k];
      double size = Math.abs(X[k]) + Math.abs(out);
      double denoised = X[k] + sigma * sigma * score.get(0, k);
      assertThat(denoised).isCloseTo(skip + out, within(ROUNDING * size));
    }
  }

  @Test
  void thePapersScoreIsTheNetworkItself() {
    ReluNetwork network = ReluNetwork.paper(2, 6, 1, 3);
    Points expected = network.apply(Points.of(new double[] {X[0], X[1], 0.4}));
    Points score = NetworkScore.paper(network).at(0.4, Points.of(X));
    for (int k = 0; k < 2; k++) {
      double value = expected.get(0, k);
      assertThat(score.get(0, k)).isCloseTo(value, within(ROUNDING * Math.abs(value)));
    }
  }

  /** Row i depends on point i alone. */
  @Test
  void pointsDoNotSeeEachOther() {
    ReluNetwork network = ReluNetwork.practical(new Shape(4, 9, 2, 2), 3);
    NetworkScore score = new NetworkScore(network, Parametrization.edm(1));
    Points x = Points.owning(new RandomStreams(1).stream(0).doubles(40, -2, 2).toArray(), 2);
    Points all = score.at(0.6, x);
    for (int i = 0; i < x.size(); i++) {
      Points alone = score.at(0.6, x.slice(i, i + 1));
      for (int k = 0; k < 2; k++) {
        assertThat(alone.get(0, k)).isCloseTo(all.get(i, k), within(ROUNDING * 10));
      }
    }
  }

  @Test
  void networksOfAnotherShapeAreRefused() {
    ReluNetwork network = ReluNetwork.paper(2, 6, 1, 3);
    assertThatThrownBy(() -> new NetworkScore(network, Parametrization.edm(1)))
        .hasMessageContaining("inputs of the network = 3: expected 4");
    assertThatThrownBy(() -> Parametrization.edm(0)).hasMessageContaining("sigmaData = 0.0");
    NetworkScore score = NetworkScore.paper(network);
    assertThatThrownBy(() -> score.at(0, Points.of(X))).hasMessageContaining("sigma = 0.0");
    assertThatThrownBy(() -> score.at(1, Points.of(new double[] {1})))
        .hasMessageContaining("x = 1");
  }
}
