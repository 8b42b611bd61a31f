package designspace.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.data.Gaussian;
import designspace.schedule.NoiseGrid;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * The excess of variance of the laws that no closed form was known of, against the variance's own
 * recursion in 40 digits: from an exact start, where it is as small as 1e−6.
 */
class ExcessTest {
  private static final MathContext DIGITS = new MathContext(40);
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final int STEPS = 300;
  private static final NoiseGrid GRID = NoiseGrid.polynomial(0.01, 20, 5, STEPS);

  /** λ is small, middling and large in the grid's range. */
  private static final double[] LAMBDAS = {1e-4, 0.25, 900};

  @Test
  void ofDdim() {
    for (double lambda : LAMBDAS) {
      BigDecimal v = total(lambda, tau(0));
      for (int k = 0; k < STEPS; k++) {
        BigDecimal fall = tau(k).subtract(tau(k + 1));
        BigDecimal up = number(0.25).multiply(tau(k + 1)).multiply(fall).divide(tau(k), DIGITS);
        BigDecimal down = tau(k + 1).subtract(up).sqrt(DIGITS);
        BigDecimal gain =
            number(lambda).add(sigma(k).multiply(down)).divide(total(lambda, tau(k)), DIGITS);
        v = square(gain).multiply(v).add(up).round(DIGITS);
      }
      check(new Ddim(0.5), lambda, v);
    }
  }

  @Test
  void ofChurn() {
    Churn churn = new Churn(12, 0.05, 5, 1.003);
    for (double lambda : LAMBDAS) {
      BigDecimal v = total(lambda, tau(0));
      for (int k = 0; k < STEPS; k++) {
        BigDecimal hat = sigma(k).multiply(number(1 + churn.gamma(GRID.sigma(k), STEPS)));
        BigDecimal added = square(hat).subtract(tau(k)).multiply(square(number(1.003)));
        v = square(heun(lambda, hat, sigma(k + 1))).multiply(v.add(added)).round(DIGITS);
      }
      check(new StochasticHeun(churn), lambda, v);
    }
  }

  private static BigDecimal heun(double lambda, BigDecimal from, BigDecimal to) {
    BigDecimal first = from.divide(total(lambda, square(from)), DIGITS); // slope of x = 1
    BigDecimal step = to.subtract(from);
    BigDecimal last = to.divide(total(lambda, square(to)), DIGITS);
    BigDecimal end = last.multiply(ONE.add(step.multiply(first)));
    return ONE.add(step.multiply(first.add(end)).multiply(number(0.5)));
  }

  @Test
  void ofTheCorrector() {
    for (double lambda : LAMBDAS) {
      BigDecimal v = total(lambda, tau(0));
      for (int k = 0; k < STEPS; k++) {
        BigDecimal before = total(lambda, tau(k));
        BigDecimal after = total(lambda, tau(k + 1));
        BigDecimal fall = tau(k).subtract(tau(k + 1));
        BigDecimal epsilon = number(2 * 0.0625).multiply(tau(k + 1));
        v = square(after.divide(before, DIGITS)).multiply(v).add(fall);
        BigDecimal gain = ONE.subtract(epsilon.divide(after, DIGITS));
        v = square(gain).multiply(v).add(epsilon.multiply(number(2))).round(DIGITS);
      }
      check(new PredictorCorrector(0.25), lambda, v);
    }
  }

  /** Steps in ln σ are rounded to 1e−16 of ln σ; a geometric grid of their mean has none. */
  @Test
  void ofTheMultistepSolver() {
    NoiseGrid grid = NoiseGrid.geometric(0.01, 20, STEPS);
    for (double lambda : LAMBDAS) {
      BigDecimal x = total(lambda, square(number(20))).sqrt(DIGITS);
      IntFunction<BigDecimal> level = k -> number(grid.sigma(k));
      BigDecimal last = null;
      for (int k = 0; k < STEPS; k++) {
        BigDecimal s = level.apply(k);
        BigDecimal now = number(lambda).multiply(x).divide(total(lambda, square(s)), DIGITS);
        BigDecimal ahead =
            k == 0 ? now : now.multiply(number(1.5)).subtract(last.multiply(number(0.5)));
        last = now;
        BigDecimal left = level.apply(k + 1).divide(s, DIGITS);
        x = left.multiply(x).add(ONE.subtract(left).multiply(ahead)).round(DIGITS);
      }
      BigDecimal r = square(x).divide(total(lambda, square(number(0.01))), DIGITS).subtract(ONE);
      double law =
          GaussianLaw.fromExact(new DpmSolver2M(), Gaussian.isotropic(1, Math.sqrt(lambda)), grid)
              .excess(0);
      assertThat(law).isCloseTo(r.doubleValue(), within(1e-14));
    }
  }

  private static void check(KnownSampler sampler, double lambda, BigDecimal variance) {
    double r = variance.divide(total(lambda, tau(STEPS)), DIGITS).subtract(ONE).doubleValue();
    double law =
        GaussianLaw.fromExact(sampler, Gaussian.isotropic(1, Math.sqrt(lambda)), GRID).excess(0);
    // 300 steps, each right to a few units of rounding of its own small share.
    assertThat(law)
        .as(sampler + ", λ = " + lambda)
        .isCloseTo(r, within(1e-15 + 1e-12 * Math.abs(r)));
  }

  private static BigDecimal sigma(int k) {
    return number(GRID.sigma(k));
  }

  private static BigDecimal tau(int k) {
    return square(sigma(k));
  }

  private static BigDecimal total(double lambda, BigDecimal tau) {
    double c = Math.sqrt(lambda);
    return number(c * c).add(tau); // as Gaussian.isotropic squares it
  }

  private static BigDecimal number(double value) {
    return new BigDecimal(value);
  }

  private static BigDecimal square(BigDecimal x) {
    return x.multiply(x).round(DIGITS);
  }
}
