package designspace.advice;

import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
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
   * The error on the true law, nats, of grids of as many steps between the same ends: E_D of eq-10,
   * its like of the frozen SDE, marginal KL of a flow.
   *
   * @param grid the recommended one
   * @param advised its error
   * @param best that of the grid found with the truth
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

  /** Of eq-10, between the ends that the advisor recommends too. */
  public Outcome outcome(int steps) {
    return outcome(LinearSampler.EXPONENTIAL_INTEGRATOR, steps);
  }

  /**
   * Of any sampler.
   *
   * @throws IllegalArgumentException for a flow on a law that is not normal: its truth is not known
   */
  public Outcome outcome(LinearSampler sampler, int steps) {
    SamplerError error = truth(sampler);
    return judged(advisor.sampler(sampler).steps(steps).grid(), error);
  }

  /** Of eq-10 between given ends, within 0.002 and 80, where the truth was computed. */
  public Outcome outcome(double sigmaMin, double sigmaMax, int steps) {
    NoiseGrid grid = advisor.sigmaMin(sigmaMin).sigmaMax(sigmaMax).steps(steps).grid();
    return judged(grid, truth(LinearSampler.EXPONENTIAL_INTEGRATOR));
  }

  /** The steps' error; a flow's cannot be told from its start's. */
  private SamplerError truth(LinearSampler sampler) {
    return switch (sampler) {
      case EXPONENTIAL_INTEGRATOR -> new LedgerPath(truth.withoutStart(), sigma -> 0);
      case FROZEN_DENOISER -> new FrozenPath(truth::mmse, sigma -> 0);
      case EULER_FLOW, HEUN_FLOW -> {
        if (which.law() instanceof Gaussian law) {
          yield new FlowError(sampler, law);
        }
        String why = "only there is the marginal KL of a flow known exactly";
        throw Require.refusal("law", which, "a normal law", why);
      }
    };
  }

  private Outcome judged(NoiseGrid grid, SamplerError error) {
    double low = grid.sigmaMin();
    double high = grid.sigmaMax();
    int steps = grid.steps();
    return new Outcome(
        grid,
        error.nats(grid),
        error.nats(error.best(low, high, steps)),
        error.nats(NoiseGrid.polynomial(low, high, 7, steps)),
        error.nats(NoiseGrid.geometric(low, high, steps)));
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
