package designspace.advice;

import designspace.core.Require;
import designspace.sampling.KnownSampler;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a grid does with its steps, judged by the path KL of eq-10 on a law (B1): where they are,
 * what each costs, how much better the best grid of as many steps is (B7), and what to change.
 *
 * <p>The error is E_D = ½ Σ ∫ (J(τ) − J(τ_k)) dτ, nats, a sum over steps; it ends at the last
 * positive level, so that a last step to σ = 0 is not part of it.
 */
public final class ScheduleAudit {
  private final PastedLevels levels;
  private final KnownLaw law;
  private final double[] perStep;
  private final NoiseGrid best;

  private ScheduleAudit(PastedLevels levels, KnownLaw law) {
    this.levels = levels;
    this.law = law;
    NoiseGrid grid = levels.grid();
    perStep = law.perStep(grid);
    String why = "else no step costs anything and shares are not defined";
    Require.positive("error of all steps", Arrays.stream(perStep).sum(), why);
    best = law.best(grid.sigmaMin(), grid.sigmaMax(), grid.steps());
  }

  /** Of levels as pasted, on a law. */
  public static ScheduleAudit of(PastedLevels levels, KnownLaw law) {
    return new ScheduleAudit(levels, law);
  }

  /** Of text such as {@code "80, 20, 5, 1, 0.2, 0"}, on a law. */
  public static ScheduleAudit of(String text, KnownLaw law) {
    return of(PastedLevels.parse(text), law);
  }

  /** Of a grid, on a law. */
  public static ScheduleAudit of(NoiseGrid grid, KnownLaw law) {
    return of(PastedLevels.of(grid), law);
  }

  /**
   * A decade of noise, or the part of it that the grid covers.
   *
   * @param low its lower end
   * @param high its upper end
   * @param steps steps in it, one that straddles an end counted in part (by ln σ)
   * @param perDecade steps over log₁₀(high/low)
   * @param share of the error, a step that straddles an end counted in part
   */
  public record Decade(double low, double high, double steps, double perDecade, double share) {}

  /** The decades from σ_max down. */
  public List<Decade> decades() {
    NoiseGrid grid = grid();
    double[] ends = grid.decades();
    double[] shares = shares();
    List<Decade> decades = new ArrayList<>();
    for (int i = ends.length - 1; i > 0; i--) {
      double low = Math.max(ends[i - 1], grid.sigmaMin());
      double high = Math.min(ends[i], grid.sigmaMax());
      if (low < high) {
        double steps = grid.stepsBetween(low, high);
        double share = between(grid, shares, low, high);
        decades.add(new Decade(low, high, steps, steps / Math.log10(high / low), share));
      }
    }
    return decades;
  }

  /**
   * A sum over steps between two levels, a step that straddles an end counted in part (by ln σ).
   */
  static double between(NoiseGrid grid, double[] steps, double low, double high) {
    double sum = 0;
    for (int k = 0; k < steps.length; k++) {
      sum += grid.overlap(k, low, high) * steps[k];
    }
    return sum;
  }

  /** The levels without repetition and without σ = 0, largest first. */
  public NoiseGrid grid() {
    return levels.grid();
  }

  /** What was pasted. */
  public PastedLevels levels() {
    return levels;
  }

  /** The law that it is judged on. */
  public KnownLaw law() {
    return law;
  }

  /** The step, from 0, that lowers the noise by the greatest factor. */
  public int longestStep() {
    int longest = 0;
    for (int k = 1; k < grid().steps(); k++) {
      longest = grid().ratio(k) > grid().ratio(longest) ? k : longest;
    }
    return longest;
  }

  /** σ_{N−1}/σ_N of the last step between positive levels. */
  public double lastRatio() {
    return grid().ratio(grid().steps() - 1);
  }

  /** E_D, nats. */
  public double errorNats() {
    return Arrays.stream(perStep).sum();
  }

  /** Each step's share of E_D; their sum is 1. */
  public double[] shares() {
    double all = errorNats();
    return Arrays.stream(perStep).map(nats -> nats / all).toArray();
  }

  /** The grid of as many steps and the same ends with least E_D. */
  public NoiseGrid best() {
    return best;
  }

  /** E_D of {@link #best}, nats. */
  public double bestNats() {
    return law.discretization(best);
  }

  /** By what fraction E_D exceeds the best one's. */
  public double excess() {
    return errorNats() / bestNats() - 1;
  }

  /** The fewest steps with which a best grid does no worse. */
  public int stepsThatWouldDo() {
    double error = errorNats() * (1 + 1e-9); // the best grid itself, to rounding
    int low = 0;
    int high = grid().steps();
    while (high - low > 1) {
      int middle = (low + high) / 2;
      NoiseGrid fewer = law.best(grid().sigmaMin(), grid().sigmaMax(), middle);
      if (law.discretization(fewer) <= error) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** KL(p_T|N(0,σ_max²I)), nats: what the sampler starts with. */
  public double startNats() {
    return law.start().applyAsDouble(grid().sigmaMax());
  }

  /**
   * What is not sampled in the end, as a part of E‖X‖²: mmse(σ_min) if the last step goes to σ = 0,
   * which puts a mean in place of a sample, else dσ_min², the noise that stays.
   */
  public double leftAtEnd() {
    double sigma = grid().sigmaMin();
    double left = levels.endsInZero() ? law.mmse(sigma) : law.dimension() * sigma * sigma;
    double all = law.secondMoment();
    return levels.endsInZero() ? Math.min(1, left / all) : left / all; // rounding far above it
  }

  /**
   * Score evaluations that the pasted list takes, zero steps included. A last step to σ = 0 takes
   * one, by Euler's rule: there is no score at 0 for a second.
   */
  public int evaluations(KnownSampler sampler) {
    int steps = grid().steps() + levels.zeroSteps();
    return sampler.evaluations(steps) + (levels.endsInZero() ? 1 : 0);
  }

  /** What to change: the list itself, its ends, then the levels between. */
  public List<AuditChange> advice() {
    return new AuditAdvice(this).changes();
  }

  /** The same in sentences. */
  public List<String> changes() {
    return advice().stream().map(AuditChange::sentence).toList();
  }

  @Override
  public String toString() {
    return AuditPage.of(this);
  }
}
