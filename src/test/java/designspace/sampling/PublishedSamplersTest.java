package designspace.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Each sampler against the formulas of its paper, in the paper's own variables and 50-digit
 * arithmetic, on one fixed case: a score that is rational in x and not linear, levels that are
 * powers of 2 (so that ratios of ln σ are exact), and chosen draws.
 */
class PublishedSamplersTest {
  private static final int[] POWERS = {6, 4, 2, 1, -1, -2, -4, -7};
  private static final double[] DRAWS = {0.5, -1.25, 2, 0.125, -0.75, 1.5, -2.25};
  private static final double START = 41.5;
  private static final MathContext DIGITS = new MathContext(50);
  private static final BigDecimal ONE = BigDecimal.ONE;

  @Test
  void equation10() {
    BigDecimal x = number(START);
    for (int k = 0; k < 7; k++) {
      BigDecimal deltaTau = square(sigma(k)).subtract(square(sigma(k + 1)));
      x = x.add(deltaTau.multiply(score(sigma(k), x))).add(root(deltaTau).multiply(draw(k)));
    }
    assertEnd(new ExponentialIntegrator(), x);
  }

  /** In DDIM's own variables: x_t = √ᾱ x₀ + √(1−ᾱ) ε, σ² = (1−ᾱ)/ᾱ. */
  @Test
  void ddim() {
    for (double eta : new double[] {0, 0.375, 1}) {
      BigDecimal x = number(START).multiply(root(alpha(0)));
      for (int k = 0; k < 7; k++) {
        x = ddimStep(alpha(k), alpha(k + 1), number(eta), x, draw(k));
      }
      assertEnd(new Ddim(eta), x.divide(root(alpha(7)), DIGITS));
    }
  }

  private static BigDecimal ddimStep(
      BigDecimal alpha, BigDecimal next, BigDecimal eta, BigDecimal x, BigDecimal draw) {
    BigDecimal rest = ONE.subtract(alpha);
    BigDecimal noise = epsilon(alpha, x);
    BigDecimal guess = x.subtract(root(rest).multiply(noise)).divide(root(alpha), DIGITS);
    BigDecimal spread =
        eta.multiply(root(ONE.subtract(next).divide(rest, DIGITS)))
            .multiply(root(ONE.subtract(alpha.divide(next, DIGITS))));
    BigDecimal direction = root(ONE.subtract(next).subtract(square(spread)));
    return root(next)
        .multiply(guess)
        .add(direction.multiply(noise))
        .add(spread.multiply(draw))
        .round(DIGITS);
  }

  /** A network's ε(x, t) = −√(1−ᾱ) ∇log p_t; the score in VE coordinates is √ᾱ times as large. */
  private static BigDecimal epsilon(BigDecimal alpha, BigDecimal x) {
    BigDecimal sigma = root(ONE.subtract(alpha).divide(alpha, DIGITS));
    return sigma.negate().multiply(score(sigma, x.divide(root(alpha), DIGITS))).round(DIGITS);
  }

  private static BigDecimal alpha(int k) {
    return ONE.divide(ONE.add(square(sigma(k))), DIGITS);
  }

  /** Algorithm 2 of Karras et al. with d = (x − D)/t; without churn it is algorithm 1. */
  @Test
  void heunWithAndWithoutChurn() {
    assertEnd(new HeunFlow(), edm(0, 1));
    assertEnd(new StochasticHeun(Churn.everywhere(0)), edm(0, 1));
    assertEnd(new StochasticHeun(new Churn(1.75, 0.3, 20, 1.0625)), edm(0.25, 1.0625));
  }

  private static BigDecimal edm(double gamma, double noise) {
    BigDecimal x = number(START);
    int draws = 0;
    for (int k = 0; k < 7; k++) {
      boolean churned = gamma > 0 && POWERS[k] >= -1 && POWERS[k] <= 4; // 0.3 ≤ σ ≤ 20
      BigDecimal hat = churned ? sigma(k).multiply(number(1 + gamma)) : sigma(k);
      if (churned) {
        BigDecimal added = root(square(hat).subtract(square(sigma(k))));
        x = x.add(added.multiply(number(noise)).multiply(draw(draws++)));
      }
      BigDecimal step = sigma(k + 1).subtract(hat);
      BigDecimal slope = slope(hat, x);
      BigDecimal end = slope(sigma(k + 1), x.add(step.multiply(slope)));
      x = x.add(step.multiply(slope.add(end)).multiply(number(0.5))).round(DIGITS);
    }
    return x;
  }

  private static BigDecimal slope(BigDecimal sigma, BigDecimal x) {
    return x.subtract(denoised(sigma, x)).divide(sigma, DIGITS);
  }

  /** Lu et al.'s algorithm 2 with α = 1, λ = −ln σ and r = h_{k−1}/h_k. */
  @Test
  void multistep() {
    BigDecimal x = number(START);
    BigDecimal last = null;
    for (int k = 0; k < 7; k++) {
      BigDecimal now = denoised(sigma(k), x);
      BigDecimal ahead = now;
      if (k > 0) {
        int h = POWERS[k] - POWERS[k + 1];
        int before = POWERS[k - 1] - POWERS[k];
        BigDecimal half = number(h).divide(number(2 * before), DIGITS); // 1/(2r)
        ahead = now.multiply(ONE.add(half)).subtract(half.multiply(last));
      }
      last = now;
      BigDecimal fall = sigma(k + 1).divide(sigma(k), DIGITS); // e^(−h)
      x = fall.multiply(x).add(ONE.subtract(fall).multiply(ahead)).round(DIGITS);
    }
    assertEnd(new DpmSolver2M(), x);
  }

  /** Song et al.'s algorithm 2 with the step 2(rσ)². */
  @Test
  void predictorCorrector() {
    BigDecimal x = number(START);
    for (int k = 0; k < 7; k++) {
      BigDecimal to = sigma(k + 1);
      BigDecimal deltaTau = square(sigma(k)).subtract(square(to));
      x = x.add(deltaTau.multiply(score(sigma(k), x))).add(root(deltaTau).multiply(draw(2 * k)));
      BigDecimal step = square(to.multiply(number(0.25))).multiply(number(2));
      BigDecimal noise = root(step.multiply(number(2))).multiply(draw(2 * k + 1));
      x = x.add(step.multiply(score(to, x))).add(noise).round(DIGITS);
    }
    assertEnd(new PredictorCorrector(0.25), x);
  }

  private static void assertEnd(Sampler sampler, BigDecimal expected) {
    double[] sigmas = new double[8];
    for (int k = 0; k < 8; k++) {
      sigmas[k] = Math.scalb(1.0, POWERS[k]);
    }
    ScoreFunction score =
        ScoreFunction.pointwise((s, x) -> new double[] {(1 - x[0]) / (1 + s * s + x[0] * x[0])});
    RandomGenerator[] random = {Draws.of(DRAWS)};
    Steps steps = sampler.begin(NoiseGrid.of(sigmas));
    Points x = Points.of(new double[] {START});
    for (int k = 0; k < 7; k++) {
      x = steps.step(score, k, x, random);
    }
    // The start, 41.5, is rounded to 7e−15.
    assertThat(x.get(0, 0)).as(sampler.toString()).isCloseTo(expected.doubleValue(), within(1e-12));
  }

  /** (1 − x)/(1 + σ² + x²). */
  private static BigDecimal score(BigDecimal sigma, BigDecimal x) {
    return ONE.subtract(x).divide(ONE.add(square(sigma)).add(square(x)), DIGITS);
  }

  private static BigDecimal denoised(BigDecimal sigma, BigDecimal x) {
    return x.add(square(sigma).multiply(score(sigma, x))).round(DIGITS);
  }

  private static BigDecimal sigma(int k) {
    return number(Math.scalb(1.0, POWERS[k]));
  }

  private static BigDecimal draw(int i) {
    return number(DRAWS[i % DRAWS.length]);
  }

  private static BigDecimal number(double value) {
    return new BigDecimal(value);
  }

  private static BigDecimal square(BigDecimal x) {
    return x.multiply(x).round(DIGITS);
  }

  private static BigDecimal root(BigDecimal x) {
    return x.sqrt(DIGITS);
  }
}
