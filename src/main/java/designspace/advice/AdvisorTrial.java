package designspace.advice;

import designspace.core.RandomStreams;
import designspace.schedule.NoiseGrid;

/** Advice from a sample, judged on the law that the sample was drawn from. */
public final class AdvisorTrial {
  private final TrialLaw which;
  private final InformationEstimate estimate;
  private final DesignAdvisor advisor;
  private final KnownLaw truth;

  private AdvisorTrial(TrialLaw which, int n, long seed) {
    this.which = which;
    DataSummary data = DataSummary.of(which.law().sample(n, new RandomStreams(seed)));
    estimate = InformationEstimate.of(data, seed);
    advisor = DesignAdvisor.of(Evidence.of(estimate));
    truth = which.truth();
  }

  /** Draws {@code n} points and asks for advice. */
  public static AdvisorTrial of(TrialLaw law, int n, long seed) {
    return new AdvisorTrial(law, n, seed);
  }

  /**
   * E_D of eq-10 on the true law, nats, of grids of as many steps between the same ends.
   *
   * @param grid the recommended one
   * @param advised its E_D
   * @param best that of the grid found with the true J
   * @param polynomial that of polynomial(7)
   * @param geometric that of the geometric grid
   */
  public record Outcome(
      NoiseGrid grid, double advised, double best, double polynomial, double geometric) {
    /** By what fraction the recommended grid is worse than the best. */
    public double excess() {
      return advised / best - 1;
    }
  }

  /** Between the ends that the advisor recommends too. */
  public Outcome outcome(int steps) {
    return judged(advisor.steps(steps).grid());
  }

  /** Between given ends, within 0.002 and 80, where the truth was computed. */
  public Outcome outcome(double sigmaMin, double sigmaMax, int steps) {
    return judged(advisor.sigmaMin(sigmaMin).sigmaMax(sigmaMax).steps(steps).grid());
  }

  private Outcome judged(NoiseGrid grid) {
    double low = grid.sigmaMin();
    double high = grid.sigmaMax();
    int steps = grid.steps();
    return new Outcome(
        grid,
        truth.discretization(grid),
        truth.discretization(truth.best(low, high, steps)),
        truth.discretization(NoiseGrid.polynomial(low, high, 7, steps)),
        truth.discretization(NoiseGrid.geometric(low, high, steps)));
  }

  /** The law. */
  public TrialLaw law() {
    return which;
  }

  /** J from the sample. */
  public InformationEstimate estimate() {
    return estimate;
  }

  /** The advisor. */
  public DesignAdvisor advisor() {
    return advisor;
  }

  /** The truth, between σ = 0.002 and 80. */
  public KnownLaw truth() {
    return truth;
  }
}
