package designspace.metric;

import designspace.core.Interrupts;
import designspace.core.Points;
import designspace.core.Require;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Entropic transport OT_ε(a,b) = min ⟨P, C⟩ + ε KL(P‖a⊗b), C_ij = ‖x_i−y_j‖², by Sinkhorn's
 * iteration in the log domain (Cuturi 2013; Peyré and Cuturi 2019), sizes may differ.
 *
 * <p>W₂² ≤ OT_ε ≤ W₂² + ε ln min(n,m). OT_ε(a,a) is not 0; the debiased {@link #divergence} is, and
 * is never negative; as ε → 0 it tends to W₂² and as ε → ∞ to ‖mean(a) − mean(b)‖² (Feydy et al.
 * 2019). ε is in units of squared length; 1 to 10% of the mean cost is usual; smaller ε need in
 * proportion more iterations: at n = 1000, each 15 to 30 ms, 5% of the mean cost took 30 to 50
 * iterations and 0.5% took 500 to 1300 (where {@link Wasserstein#assignment} is faster).
 *
 * <p>Cost: O(nm(d+1)) an iteration, memory O(n+m). ε is halved from the largest cost to its value,
 * one iteration each, before convergence is tested.
 *
 * @param epsilon ε &gt; 0
 * @param maxIterations the most iterations of one transport problem
 * @param tolerance on the residual Σ_i |Σ_j P_ij − 1/n|
 */
public record Sinkhorn(double epsilon, int maxIterations, double tolerance) {

  /**
   * What the iteration reached.
   *
   * @param value OT_ε or the divergence, in squared length; OT_ε is the dual value, from below
   * @param iterations used, of the problem that needed most
   * @param residual Σ_i |Σ_j P_ij − 1/n| at the end, the largest of the problems
   * @param converged whether the residual is within the tolerance; if not, raise ε or the limit
   */
  public record Result(double value, int iterations, double residual, boolean converged) {
    private Result debiased(Result a, Result b) {
      return new Result(
          value - (a.value + b.value) / 2,
          Math.max(iterations, Math.max(a.iterations, b.iterations)),
          Math.max(residual, Math.max(a.residual, b.residual)),
          converged && a.converged && b.converged);
    }
  }

  /** Checks the settings. */
  public Sinkhorn {
    Require.positive("epsilon", epsilon, "costs are divided by it");
    Require.atLeast(1, "maxIterations", maxIterations, "the potentials start at zero");
    Require.positive("tolerance", tolerance, "rounding keeps the residual above 0");
  }

  /** OT_ε of the two empirical laws. */
  public Result transport(Points a, Points b) {
    Samples.check(a, b, 1, "a law has somewhere to be");
    double[] x = a.toArray();
    double[] y = b.toArray();
    double[] f = new double[a.size()];
    double[] g = new double[b.size()];
    double blur = largestCost(x, y, a.dimension());
    double residual = Double.POSITIVE_INFINITY;
    int iteration = 0;
    boolean settled = false; // g is the answer to f at ε itself
    while (iteration < maxIterations) {
      double[] better = answer(x, y, g, a.dimension(), blur);
      residual = residual(f, better, blur);
      if (settled && residual <= tolerance) {
        break;
      }
      f = better;
      g = answer(y, x, f, a.dimension(), blur);
      settled = blur == epsilon;
      blur = Math.max(epsilon, blur / 2);
      iteration++;
    }
    return new Result(mean(f) + mean(g), iteration, residual, settled && residual <= tolerance);
  }

  /** S_ε = OT_ε(a,b) − ½OT_ε(a,a) − ½OT_ε(b,b), a smooth squared distance of the two laws. */
  public Result divergence(Points a, Points b) {
    return transport(a, b).debiased(self(a), self(b));
  }

  /** OT_ε(a,a) by the averaged symmetric iteration, which converges in a few steps. */
  private Result self(Points a) {
    double[] x = a.toArray();
    double[] f = new double[a.size()];
    double blur = largestCost(x, x, a.dimension());
    double residual = Double.POSITIVE_INFINITY;
    int iteration = 0;
    while (iteration < maxIterations) {
      double[] better = answer(x, x, f, a.dimension(), blur);
      residual = residual(f, better, blur);
      if (blur == epsilon && residual <= tolerance) {
        break;
      }
      for (int i = 0; i < f.length; i++) {
        f[i] = (f[i] + better[i]) / 2;
      }
      blur = Math.max(epsilon, blur / 2);
      iteration++;
    }
    return new Result(2 * mean(f), iteration, residual, residual <= tolerance);
  }

  private double largestCost(double[] x, double[] y, int d) {
    return IntStream.range(0, x.length / d)
        .parallel()
        .mapToDouble(
            i -> {
              double largest = epsilon;
              for (int j = 0; j * d < y.length; j++) {
                largest = Math.max(largest, Samples.squaredDistance(x, i, y, j, d));
              }
              return largest;
            })
        .max()
        .orElse(epsilon);
  }

  /** f_i = −ε ln Σ_j e^{(g_j − C_ij)/ε}/m: the potential that makes the rows' sums right. */
  private static double[] answer(double[] x, double[] y, double[] g, int d, double blur) {
    Interrupts.check("Sinkhorn's iteration");
    double[] f = new double[x.length / d];
    IntStream.range(0, f.length).parallel().forEach(i -> f[i] = answer(x, i, y, g, d, blur));
    return f;
  }

  private static double answer(double[] x, int i, double[] y, double[] g, int d, double blur) {
    double[] exponents = new double[g.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < g.length; j++) {
      exponents[j] = (g[j] - Samples.squaredDistance(x, i, y, j, d)) / blur;
      largest = Math.max(largest, exponents[j]);
    }
    double sum = 0;
    for (double exponent : exponents) {
      sum += Math.exp(exponent - largest);
    }
    return -blur * (largest + Math.log(sum / g.length));
  }

  /** Σ_i |Σ_j P_ij − 1/n|, where Σ_j P_ij = e^{(f_i − f̂_i)/ε}/n with f̂ the answer. */
  private static double residual(double[] f, double[] answer, double blur) {
    double sum = 0;
    for (int i = 0; i < f.length; i++) {
      sum += Math.abs(Math.expm1((f[i] - answer[i]) / blur)) / f.length;
    }
    return sum;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }
}
