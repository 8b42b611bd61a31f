package designspace.bound;

import designspace.core.Require;
import designspace.schedule.Design;
import designspace.training.TotalWeighting;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.special.Gamma;

/**
 * The least error that a network of eq-8 can make on N(0, c²I_d), of whatever width and depth and
 * however trained: without biases, S(rσ, rx) = rS(σ, x), while the score −x/(c²+σ²) is of no
 * degree.
 *
 * <p>With z = x/σ such a score is S = σs(z), and Σ_jκ_je_j = Σκ_jτ_jE‖s(z) + z/(c²+τ_j)‖², z ~ N(0,
 * (1+c²/τ_j)I). The best s(z) = −A(‖z‖)z, A the mean of 1/(c²+τ_j) over j with weights κ_jτ_j times
 * the density of z; what remains is their variance, integrated over ‖z‖ by the trapezoid rule in
 * ln‖z‖ (2000 nodes; its error is that of rounding). Cost O(2000 N).
 */
public final class HomogeneousFloor {
  private static final int NODES = 2000;
  private static final double TAIL = 40; // standard deviations: the density is 0 beyond

  private final TotalWeighting weighting;
  private final int dimension;
  private final double square;

  /**
   * The floor at the trained levels of a weighting.
   *
   * @param dimension d
   * @param deviation c
   */
  public HomogeneousFloor(TotalWeighting weighting, int dimension, double deviation) {
    this.weighting = weighting;
    this.dimension = Require.atLeast(1, "dimension", dimension, "a law lives somewhere");
    this.square = Math.pow(Require.positive("deviation", deviation, "a score is needed"), 2);
  }

  /** The least E_S = ½ ΣΔτ_je_j, nats. */
  public double scoreNats() {
    Design design = weighting.design();
    return least(
        j -> {
          double below = design.variance().sigmaBar(design.time().time(j - 1));
          return 0.5 * (tau(j) - below * below);
        });
  }

  /** The least L̄ + C̄ = ½ Σβ_jτ_je_j: ε_approx of any such network. */
  public double excess() {
    return least(j -> 0.5 * weighting.c(j));
  }

  private double tau(int j) {
    return weighting.sigma(j) * weighting.sigma(j);
  }

  private double least(IntToDoubleFunction coefficient) {
    double widest = Math.sqrt(1 + square / tau(1));
    double low = Math.log(1e-8);
    double step = (Math.log(TAIL * widest) - low) / NODES;
    double sum = 0;
    for (int i = 0; i <= NODES; i++) {
      sum += step * at(Math.exp(low + i * step), coefficient);
    }
    return sum;
  }

  /** r³ Σω_j(a_j − A)² with ω_j the coefficient times τ_j and the density of ‖z‖ at r. */
  private double at(double r, IntToDoubleFunction coefficient) {
    double weight = 0;
    double mean = 0;
    double variance = 0; // times weight, as West adds it up
    for (int j = 1; j <= weighting.levels(); j++) {
      double own = coefficient.applyAsDouble(j) * tau(j) * density(r, 1 + square / tau(j));
      if (own > 0) {
        double gap = 1 / (square + tau(j)) - mean;
        weight += own;
        mean += gap * own / weight;
        variance += own * gap * (1 / (square + tau(j)) - mean);
      }
    }
    return r * r * r * variance;
  }

  /** Of ‖z‖, z ~ N(0, vI_d). */
  private double density(double r, double v) {
    double half = 0.5 * dimension;
    double log =
        (dimension - 1) * Math.log(r)
            - half * Math.log(2 * v)
            - Gamma.logGamma(half)
            - r * r / (2 * v);
    return 2 * Math.exp(log);
  }
}
