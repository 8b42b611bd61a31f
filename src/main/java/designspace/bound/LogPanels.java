package designspace.bound;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Integrals over τ = σ² of functions of σ, by Gauss–Legendre in ln τ. 1/(λ+τ) has its poles at
 * distance π from the line, so that a rule of n nodes on a panel of width w errs like (w/4π)^{2n}.
 */
final class LogPanels {
  private static final double SHORT = 0.2;
  private static final double WIDTH = 1.5;
  private static final GaussIntegrator FEW = new GaussIntegratorFactory().legendre(3);
  private static final GaussIntegrator MORE = new GaussIntegratorFactory().legendre(6);

  private LogPanels() {}

  /** ∫ (f(σ) − base) dτ from low² to high². */
  static double integral(DoubleUnaryOperator f, double base, double low, double high) {
    double width = 2 * Math.log(high / low);
    int panels = (int) Math.ceil(width / WIDTH);
    GaussIntegrator rule = width < SHORT ? FEW : MORE;
    double half = 0.5 * width / panels;
    double sum = 0;
    for (int panel = 0; panel < panels; panel++) {
      for (int node = 0; node < rule.getNumberOfPoints(); node++) {
        double growth = Math.exp(half * (2 * panel + 1 + rule.getPoint(node)));
        double value = f.applyAsDouble(Math.min(high, low * Math.sqrt(growth))) - base;
        sum += rule.getWeight(node) * growth * value;
      }
    }
    return sum * half * low * low;
  }
}
