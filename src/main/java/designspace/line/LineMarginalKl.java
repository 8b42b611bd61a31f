package designspace.line;

import designspace.core.Logarithm;
import designspace.core.Require;
import designspace.data.GaussianMixture;
import designspace.optimal.SmoothGridError;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * KL(p_δ|q) of eq-10 with exact score on a mixture of Gaussians on the line, in nats, with its
 * exact gradient. The density q is propagated; the gradient is that of the adjoint: with h_N =
 * ∂KL/∂q = 1 − p/q and h_k(x) = E h_{k+1}(x + Δτ S(σ_k,x) + √Δτ Z),
 *
 * <p>∂KL/∂Δτ_k = ∫ q_k E[S h′ + ½ h″] dx and ∂KL/∂τ_k|_S = Δτ_k ∫ q_k ∂_τS E h′ dx, h at k+1.
 *
 * <p>Between bumps of width w a distance 2a apart a step stretches the line by up to a²Δτ/(w²+τ)²;
 * an even grid that does not follow errs there by up to 1e−3 of KL, so {@link LineGrid} is finer
 * there.
 *
 * <p>The end σ_N moves p_δ as well, ∂_τ p = ½ p″, and σ_0 the start. Cost: one propagation for the
 * value and about three for the gradient.
 */
public final class LineMarginalKl implements SmoothGridError {
  private static final double COARSEST = 0.5;

  /** Points per standard deviation of the narrowest bump. */
  private static final double PER_BUMP = 4.5;

  private final GaussianMixture data;
  private final String label;
  private final double resolution;

  private LineMarginalKl(GaussianMixture data, String label, double resolution) {
    Require.size("dimension of data", data.dimension(), 1, "the density is propagated on the line");
    this.data = data;
    this.label = label;
    this.resolution = resolution;
  }

  /**
   * The error on a mixture.
   *
   * @param name of the mixture, for the label
   */
  public static LineMarginalKl of(String name, GaussianMixture data) {
    return of(name, data, 1);
  }

  /**
   * The same on a finer or coarser grid of the line, to see how far it is right.
   *
   * @param resolution 1 keeps 7 digits of the value and 5 of the gradient, 2 nearly all
   */
  public static LineMarginalKl of(String name, GaussianMixture data, double resolution) {
    if (!(resolution >= COARSEST)) {
      String why = "it multiplies a number of points, which must resolve a bump";
      throw Require.refusal("resolution", resolution, "at least " + COARSEST, why);
    }
    return new LineMarginalKl(data, "marginal KL of eq-10, " + name, resolution);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public double at(NoiseGrid grid) {
    List<LineStep> steps = steps(grid);
    SmoothedLine target = new SmoothedLine(data, grid.tau(grid.steps()));
    double sum = 0;
    for (LinePatch end : steps.get(steps.size() - 1).to()) {
      for (int i = 0; i < end.size(); i++) {
        target.moveTo(end.place(i));
        sum += end.spacing() * end.share(i) * gap(Math.exp(target.logDensity()), end.value(i));
      }
    }
    return sum;
  }

  /** p (q/p − 1 − ln q/p): not negative, and of second order in q − p. */
  private static double gap(double p, double q) {
    double ratio = q / p;
    return ratio > 0 && Double.isFinite(ratio) ? p * Logarithm.klGap(ratio, (q - p) / p) : q;
  }

  private List<LineStep> steps(NoiseGrid grid) {
    List<LineStep> steps = new ArrayList<>();
    SmoothedLine noisy = new SmoothedLine(data, grid.tau(0));
    List<LinePatch> law = start(grid, noisy);
    for (int k = 0; k < grid.steps(); k++) {
      SmoothedLine next = new SmoothedLine(data, grid.tau(k + 1));
      LineStep step = new LineStep(law, noisy, grid.deltaTau(k), line(grid, k + 1, next));
      steps.add(step);
      law = step.to();
      noisy = next;
    }
    return steps;
  }

  private LineGrid line(NoiseGrid grid, int k, SmoothedLine noisy) {
    double before = k > 0 ? grid.deltaTau(k - 1) : 0;
    double after = k < grid.steps() ? grid.deltaTau(k) : 0;
    double spacing = LineGrid.spacing(noisy.width(), before, after, PER_BUMP) / resolution;
    return new LineGrid(noisy, spacing, after, resolution);
  }

  private List<LinePatch> start(NoiseGrid grid, SmoothedLine noisy) {
    double sigma = grid.sigmaMax();
    double reach = GaussianWindow.REACH * sigma;
    List<LinePatch> law = line(grid, 0, noisy).patches(-reach, reach);
    for (LinePatch patch : law) {
      for (int i = 0; i < patch.size(); i++) {
        double z = patch.place(i) / sigma;
        patch.values()[i] = Math.exp(-0.5 * z * z) / (sigma * Math.sqrt(2 * Math.PI));
      }
    }
    return law;
  }

  @Override
  public double[] gradient(NoiseGrid grid) {
    List<LineStep> steps = steps(grid);
    int last = grid.steps();
    double[] gradient = new double[last + 1];
    List<LinePatch> end = steps.get(last - 1).to();
    double[][] h = end.stream().map(patch -> new double[patch.size()]).toArray(double[][]::new);
    gradient[last] = atEnd(new SmoothedLine(data, grid.tau(last)), grid.tau(last), end, h);
    for (int k = last - 1; k >= 0; k--) {
      LineStep step = steps.get(k);
      h = step.backward(h);
      gradient[k] += 2 * grid.tau(k) * (step.inStep() + step.inScore());
      gradient[k + 1] -= 2 * grid.tau(k + 1) * step.inStep();
    }
    gradient[0] += atStart(steps.get(0).from(), grid.sigmaMax(), h);
    return gradient;
  }

  /** Sets h = 1 − p/q, times share; returns 2τ ∫ ½ p″ ln(p/q) dx. */
  private static double atEnd(SmoothedLine target, double tau, List<LinePatch> law, double[][] h) {
    double sum = 0;
    for (int t = 0; t < h.length; t++) {
      LinePatch end = law.get(t);
      for (int i = 0; i < end.size(); i++) {
        target.moveTo(end.place(i));
        double p = Math.exp(target.logDensity());
        double q = end.value(i);
        double ratio = p / q;
        h[t][i] = Double.isFinite(ratio) ? end.share(i) * (q - p) / q : 0;
        if (ratio > 0 && Double.isFinite(ratio)) {
          double curvature = p * (target.slope() + target.score() * target.score());
          sum += end.share(i) * end.spacing() * curvature * Math.log(ratio);
        }
      }
    }
    return tau * sum;
  }

  /** ∫ h q₀ (z² − 1) dx. */
  private static double atStart(List<LinePatch> law, double sigma, double[][] h) {
    double sum = 0;
    for (int p = 0; p < h.length; p++) {
      LinePatch start = law.get(p);
      for (int i = 0; i < h[p].length; i++) {
        double z = start.place(i) / sigma;
        sum += h[p][i] * start.value(i) * start.spacing() * (z * z - 1);
      }
    }
    return sum;
  }
}
