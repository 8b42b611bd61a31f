package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.score.ScoreFunction;
import designspace.score.ScoreInjection;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DenoisingLossTest {
  private static final int N = 20_000;

  /**
   * S = −a x on N(0, c²): E‖σS+ξ‖² = a²σ²(c²+τ) − 2aτ + 1 per dimension, least at the exact a =
   * 1/(c²+τ), where it is c²/(c²+τ), the floor.
   */
  @Property(seed = "1", tries = 30)
  void linearScoresHaveTheirClosedForm(
      @ForAll @DoubleRange(min = 0.1, max = 3) double c,
      @ForAll @DoubleRange(min = 0.05, max = 5) double sigma,
      @ForAll @DoubleRange(min = 0, max = 2) double share) {
    Gaussian data = Gaussian.isotropic(3, c);
    double tau = sigma * sigma;
    double a = share / (c * c + tau);
    ScoreFunction score = (s, x) -> x.map(p -> new double[] {-a * p[0], -a * p[1], -a * p[2]});
    Estimate loss = DenoisingLoss.population(score, data, sigma, N, 1);
    double expected = 3 * (a * a * tau * (c * c + tau) - 2 * a * tau + 1);
    assertThat(loss.value()).isCloseTo(expected, within(5 * loss.error()));
    double floor = DenoisingLoss.floor(data, sigma).value();
    assertThat(floor).isCloseTo(3 * c * c / (c * c + tau), within(1e-12));
    assertThat(loss.value()).isGreaterThanOrEqualTo(floor - 5 * loss.error());
  }

  /** Excess over the floor is τ e(σ): a constant bias b adds τ‖b‖² (eq-3-4). */
  @Test
  void theExcessIsTheScoresError() {
    GaussianMixture data =
        GaussianMixture.of(
            new double[] {1, 2}, Points.of(new double[] {-1}, new double[] {1.5}), 0.4);
    ScoreFunction biased = ScoreInjection.bias(data, s -> new double[] {0.6});
    for (double sigma : new double[] {0.2, 1, 4}) {
      Estimate loss = DenoisingLoss.population(biased, data, sigma, 5 * N, 2);
      double expected = DenoisingLoss.floor(data, sigma).value() + 0.36 * sigma * sigma;
      assertThat(loss.value()).isCloseTo(expected, within(4 * loss.error()));
    }
  }

  @Test
  void noiseIsFixedByItsStreams() {
    Gaussian data = Gaussian.isotropic(2, 1);
    Points clean = data.sample(50, new RandomStreams(3));
    ScoreFunction score = ScoreFunction.exact(data);
    double[] all = DenoisingLoss.terms(score, clean, 0.5, new RandomStreams(4));
    double[] first = DenoisingLoss.terms(score, clean.slice(0, 10), 0.5, new RandomStreams(4));
    assertThat(all).hasSize(50).startsWith(first);
    assertThatThrownBy(() -> DenoisingLoss.terms(score, clean, 0, new RandomStreams(4)))
        .hasMessageContaining("sigma = 0.0");
  }
}
