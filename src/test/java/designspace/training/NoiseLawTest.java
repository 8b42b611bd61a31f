package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Estimate;
import designspace.core.RandomStreams;
import designspace.schedule.Design;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NoiseLawTest {
  private static final int DRAWS = 100_000;

  private static double[] draws(NoiseLaw law) {
    RandomGenerator random = new RandomStreams(1).stream(0);
    return random.ints(DRAWS).mapToDouble(i -> law.draw(random)).toArray();
  }

  /** Level j comes in β_j/Σβ of all draws, within 5 binomial deviations. */
  @Test
  void levelsComeAsOftenAsTheyWeigh() {
    double[] betas = {1, 0, 5, 0.02, 3, 0};
    TotalWeighting weighting = TotalWeighting.given(Design.edm(0.1, 5, 3, 6), betas);
    NoiseLaw law = NoiseLaw.levels(weighting);
    double[] draws = draws(law);
    for (int j = 1; j <= betas.length; j++) {
      double sigma = weighting.sigma(j);
      double p = betas[j - 1] / 9.02;
      double share = Arrays.stream(draws).filter(s -> s == sigma).count() / (double) DRAWS;
      assertThat(share).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / DRAWS)));
      assertThat(law.weight(sigma)).isCloseTo(9.02, within(1e-14));
    }
  }

  /** Density times weight is EDM's bell: E[w f(σ)] = ∫ β_EDM(σ) f(σ) dσ / (√(2π) P_std). */
  @Test
  void edmsTotalWeightingIsItsBell() {
    EdmBell bell = new EdmBell(-0.4, 0.9, 0.7);
    NoiseLaw law = NoiseLaw.edm(bell);
    double[] values = Arrays.stream(draws(law)).map(s -> law.weight(s) * Math.exp(-s)).toArray();
    double integral = 0; // trapezoid in u = ln σ, exact to rounding for such an integrand
    double du = 1e-3;
    for (double u = -9; u < 9; u += du) {
      double sigma = Math.exp(u);
      integral += bell.at(sigma) * Math.exp(-sigma) * sigma * du;
    }
    Estimate mean = Estimate.mean(values);
    double expected = integral / (Math.sqrt(2 * Math.PI) * bell.pStd());
    assertThat(mean.value()).isCloseTo(expected, within(5 * mean.error()));
    assertThat(mean.error()).isLessThan(0.01 * expected);
    Estimate logs = Estimate.mean(Arrays.stream(draws(law)).map(Math::log).toArray());
    assertThat(logs.value()).isCloseTo(bell.pMean(), within(5 * logs.error()));
    double deviation = logs.error() * Math.sqrt(DRAWS);
    assertThat(deviation).isCloseTo(bell.pStd(), within(5 * bell.pStd() / Math.sqrt(2 * DRAWS)));
  }
}
