package designspace.clock;

import designspace.core.Logarithm;
import designspace.data.Gaussian;
import designspace.optimal.SmoothGridError;
import designspace.schedule.NoiseGrid;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * AYS's objective (Sabour, Fidler, Kreis 2024, eq. 10) with the exact denoiser D: a bound of the KL
 * of the denoiser-frozen SDE, Σ_k ∫ E‖D(X_τ,τ) − D(X_{τ_k},τ_k)‖² dτ/2τ², by Girsanov.
 *
 * <p>D is a martingale as noise falls, so that the mean square is mmse(τ_k) − mmse(τ) and nothing
 * needs simulation: the objective is the path KL of that SDE (B4). On Gaussian data a step is Σ
 * ½(e^w − 1 − w), w = ln(1+λ/τ′) − ln(1+λ/τ). Their eq. 8 has twice this; eq. 10 has it as here.
 */
public final class Klub implements SmoothGridError {
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(8);

  /** Of a panel, in ln σ. */
  private static final double WIDTH = 0.5;

  private final NoiseRates rates;
  private final DoubleBinaryOperator step;

  private Klub(NoiseRates rates, DoubleBinaryOperator step) {
    this.rates = rates;
    this.step = step;
  }

  /** In closed form. */
  public static Klub of(Gaussian data) {
    double[] eigenvalues = data.spectrum().eigenvalues();
    return new Klub(
        NoiseRates.of(data),
        (high, low) -> {
          double sum = 0;
          for (double lambda : eigenvalues) {
            double deltaTau = (high - low) * (high + low);
            double growth = lambda / (lambda + high * high) * (deltaTau / (low * low));
            sum += 0.5 * Logarithm.klGap(1 + growth, growth);
          }
          return sum;
        });
  }

  /** From any law's mmse, by Gauss–Legendre in ln σ; mmse′ is for the gradient. */
  public static Klub of(NoiseRates rates) {
    return new Klub(rates, (high, low) -> quadrature(rates::mmse, high, low));
  }

  /** ½ ∫ (mmse(τ_k) − mmse(τ)) dτ/τ². */
  private static double quadrature(DoubleUnaryOperator mmse, double high, double low) {
    double most = mmse.applyAsDouble(high);
    int panels = (int) Math.ceil(Math.log(high / low) / WIDTH);
    double half = 0.5 * Math.log(high / low) / panels;
    double sum = 0;
    for (int panel = 0; panel < panels; panel++) {
      for (int node = 0; node < RULE.getNumberOfPoints(); node++) {
        double sigma = low * Math.exp(half * (2 * panel + 1 + RULE.getPoint(node)));
        double gap = most - mmse.applyAsDouble(Math.min(high, sigma));
        sum += RULE.getWeight(node) * gap / (sigma * sigma);
      }
    }
    return half * sum;
  }

  @Override
  public String label() {
    return "KLUB of the denoiser-frozen SDE, " + rates.label();
  }

  /** One step's share, nats. */
  public double step(double high, double low) {
    return step.applyAsDouble(high, low);
  }

  @Override
  public double at(NoiseGrid grid) {
    double sum = 0;
    for (int k = 0; k < grid.steps(); k++) {
      sum += step(grid.sigma(k), grid.sigma(k + 1));
    }
    return sum;
  }

  /** Of a step by ln σ of its upper level: τ mmse′(τ) (1/τ′ − 1/τ). */
  double slopeAbove(double high, double low) {
    double deltaTau = (high - low) * (high + low);
    return rates.mmseRise(high) * (deltaTau / (low * low));
  }

  /** Of a step by ln σ of its lower level: −(mmse(τ) − mmse(τ′))/τ′. */
  double slopeBelow(double high, double low) {
    return -rates.mmseGap(high, low) / (low * low);
  }

  @Override
  public double[] gradient(NoiseGrid grid) {
    double[] gradient = new double[grid.steps() + 1];
    for (int k = 0; k < grid.steps(); k++) {
      gradient[k] += slopeAbove(grid.sigma(k), grid.sigma(k + 1));
      gradient[k + 1] += slopeBelow(grid.sigma(k), grid.sigma(k + 1));
    }
    return gradient;
  }
}
