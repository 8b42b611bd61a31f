package designspace.sampling;

import designspace.core.Points;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.random.RandomGenerator;

/**
 * DPM-Solver++(2M): with steps h_k = ln(σ_k/σ_{k+1}) the denoiser is extrapolated by half a step
 * from its last two values, D̃ = D_k + (h_k/2h_{k−1})(D_k − D_{k−1}), and x ← (σ′/σ) x + (1 − σ′/σ)
 * D̃; the first step takes D̃ = D₀, which is Euler's step on the flow.
 *
 * <p>Deterministic, order 2 with one score evaluation a step. Source: Lu et al. 2022
 * (arXiv:2211.01095), algorithm 2, here in variance-exploding coordinates.
 */
public final class DpmSolver2M implements KnownSampler {
  @Override
  public Steps begin(NoiseGrid grid) {
    return new Memory(grid);
  }

  private static double length(NoiseGrid grid, int k) {
    return Math.log(grid.ratio(k));
  }

  /** What the second step and all after it need. */
  private static final class Memory implements Steps {
    private final NoiseGrid grid;
    private Points last;

    Memory(NoiseGrid grid) {
      this.grid = grid;
    }

    @Override
    public Points step(ScoreFunction score, int k, Points x, RandomGenerator[] random) {
      Points denoised = Denoiser.at(score, grid.sigma(k), x);
      Points ahead = denoised;
      if (k > 0) {
        double c = length(grid, k) / (2 * length(grid, k - 1));
        ahead = Linear.combination(1 + c, denoised, -c, last);
      }
      last = denoised;
      double fall = Math.exp(-length(grid, k));
      return Linear.combination(fall, x, -Math.expm1(-length(grid, k)), ahead);
    }
  }

  @Override
  public LinearRun onDirection(double lambda, NoiseGrid grid) {
    return new TwoTerms(lambda, grid);
  }

  /**
   * The exact flow keeps x/√S, so x_k = √S_k (1+ε_k) up to a constant, and the step is ε′ = A ε_k −
   * B ε_{k−1} + (A − B − 1), the last without cancellation in first order.
   */
  private static final class TwoTerms implements LinearRun {
    private final double lambda;
    private final NoiseGrid grid;
    private Deviation start;
    private double before;
    private double now;

    TwoTerms(double lambda, NoiseGrid grid) {
      this.lambda = lambda;
      this.grid = grid;
    }

    @Override
    public Deviation step(int k, Deviation x) {
      start = k == 0 ? x : start;
      double from = grid.sigma(k);
      double to = grid.sigma(k + 1);
      double root = root(k);
      double next = root(k + 1);
      double fall = (from - to) / from;
      double cosine = (lambda + from * to) / (root * next);
      double sine = (from - to) / (root * next);
      double a = cosine;
      double b = 0;
      double defect = -lambda * sine * sine / (1 + cosine);
      if (k > 0) {
        double c = fall * length(grid, k) / (2 * length(grid, k - 1)) * (lambda / next);
        a += c / root;
        b = c / root(k - 1);
        defect += b / root * (grid.deltaTau(k - 1) / (root + root(k - 1)));
      }
      double epsilon = a * now - b * before + defect;
      before = now;
      now = epsilon;
      return deviation(next / root(0));
    }

    private double root(int k) {
      return Math.sqrt(LinearSampler.total(lambda, grid.sigma(k)));
    }

    private Deviation deviation(double growth) {
      double amplitude = 1 + now;
      double square = amplitude * amplitude;
      return new Deviation(
          growth * amplitude * start.offset(),
          square * start.ratio(),
          square * start.excess() + now * (2 + now));
    }
  }

  @Override
  public String label() {
    return "DPM-Solver++(2M)";
  }

  @Override
  public boolean addsNoise() {
    return false;
  }

  @Override
  public int order() {
    return 2;
  }

  @Override
  public String source() {
    return "Lu et al. 2022 (arXiv:2211.01095), algorithm 2";
  }

  @Override
  public String toString() {
    return label();
  }
}
