package designspace.advice;

import designspace.core.Points;
import designspace.core.Require;
import designspace.sampling.KnownSampler;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;

/**
 * Which design to take for one's own data: the ends of the noise, the levels between, the noise to
 * train at, and what it will cost. Say what is known (data or a spectrum), then what is wanted,
 * then ask for a budget: {@code DesignAdvisor.of(path).sampler(HEUN_FLOW).evaluations(35)}.
 */
public final class DesignAdvisor {
  private static final long SEED = 612;
  private static final double DEFAULT_SHARE = 0.01;

  /** Nats; no test tells such a start from the right one by more than 7 % (Pinsker). */
  private static final double MOST_START = 0.01;

  /** Of ln σ_max: what two digits do not show. */
  private static final double TOLERANCE = 2e-3;

  private static final int MOST_ROUNDS = 30;

  private final Evidence evidence;
  private final Wishes wishes;

  private DesignAdvisor(Evidence evidence, Wishes wishes) {
    this.evidence = evidence;
    this.wishes = wishes;
  }

  /**
   * What the user wants.
   *
   * @param sampler that will be used
   * @param sigmaMin least level, NaN to be advised
   * @param sigmaMax greatest level, NaN to be advised
   * @param startShare of the whole error that the start may make
   * @param scoreError e(σ), null if it is unknown
   */
  record Wishes(
      LinearSampler sampler,
      double sigmaMin,
      double sigmaMax,
      double startShare,
      DoubleUnaryOperator scoreError) {
    DoubleUnaryOperator knownScoreError() {
      return scoreError == null ? sigma -> 0 : scoreError;
    }
  }

  /** Of whatever evidence there is. */
  public static DesignAdvisor of(Evidence evidence) {
    Wishes wishes =
        new Wishes(
            LinearSampler.EXPONENTIAL_INTEGRATOR, Double.NaN, Double.NaN, DEFAULT_SHARE, null);
    return new DesignAdvisor(evidence, wishes);
  }

  /** Of a sample; see {@link DataSummary#of(Points)} for what is refused. */
  public static DesignAdvisor of(Points sample) {
    return of(Evidence.of(InformationEstimate.of(DataSummary.of(sample), SEED)));
  }

  /** Of a sample, a row a point. */
  public static DesignAdvisor of(double[]... rows) {
    return of(Points.of(rows));
  }

  /** Of a sample in a file; see {@link CsvPoints}. */
  public static DesignAdvisor of(Path csv) {
    return of(CsvPoints.read(csv));
  }

  /** Of a covariance's eigenvalues and m₂², as if the data were normal. */
  public static DesignAdvisor spectrum(double[] eigenvalues, double secondMoment) {
    return of(Evidence.spectrum(eigenvalues, secondMoment));
  }

  /** For this sampler instead of eq-10. */
  public DesignAdvisor sampler(LinearSampler sampler) {
    return with(
        new Wishes(
            sampler, wishes.sigmaMin, wishes.sigmaMax, wishes.startShare, wishes.scoreError));
  }

  /** With this least level: the noise, per coordinate, that may be left in what is sampled. */
  public DesignAdvisor sigmaMin(double sigmaMin) {
    Require.positive("sigmaMin", sigmaMin, "the score is not defined without noise");
    return with(
        new Wishes(
            wishes.sampler, sigmaMin, wishes.sigmaMax, wishes.startShare, wishes.scoreError));
  }

  /** With this greatest level. */
  public DesignAdvisor sigmaMax(double sigmaMax) {
    Require.positive("sigmaMax", sigmaMax, "the sampler starts from noise");
    return with(
        new Wishes(
            wishes.sampler, wishes.sigmaMin, sigmaMax, wishes.startShare, wishes.scoreError));
  }

  /**
   * With a start that makes at most this share of the whole error, 0.01 by default, and at most
   * 0.01 nats.
   */
  public DesignAdvisor startShare(double share) {
    Require.positive("share", share, "no finite noise starts without error");
    Require.ordered("share", share, "½", 0.5, "the rest has to be left for the steps");
    return with(
        new Wishes(wishes.sampler, wishes.sigmaMin, wishes.sigmaMax, share, wishes.scoreError));
  }

  /** With a score of error e(σ) = E‖S−∇log p_τ‖², such as a measured profile; eq-10 alone. */
  public DesignAdvisor scoreError(DoubleUnaryOperator scoreError) {
    return with(
        new Wishes(
            wishes.sampler, wishes.sigmaMin, wishes.sigmaMax, wishes.startShare, scoreError));
  }

  private DesignAdvisor with(Wishes others) {
    return new DesignAdvisor(evidence, others);
  }

  /** What it rests on. */
  public Evidence evidence() {
    return evidence;
  }

  /**
   * Advice for so many score evaluations, or one fewer if they do not divide. A step to σ = 0 after
   * the last level ({@link Advice#pyTorch}) costs one more.
   */
  public Advice evaluations(int evaluations) {
    KnownSampler sampler = SamplerError.known(wishes.sampler);
    int least = sampler.evaluations(1);
    Require.atLeast(least, "evaluations", evaluations, "a step asks the network so often");
    return steps(evaluations / least);
  }

  /** Advice for so many steps. */
  public Advice steps(int steps) {
    Require.atLeast(1, "steps", steps, "a grid has at least one step");
    if (wishes.scoreError != null && wishes.sampler != LinearSampler.EXPONENTIAL_INTEGRATOR) {
      String why = "only its error is known as a sum over steps with e(σ) in it (B1)";
      throw Require.refusal("sampler", wishes.sampler.label(), "eq-10 with a score error", why);
    }
    SamplerError error = SamplerError.of(wishes.sampler, evidence, wishes.knownScoreError());
    NoiseRange range = new NoiseRange(evidence);
    double low = Double.isNaN(wishes.sigmaMin) ? range.sigmaMin() : wishes.sigmaMin;
    double high = Double.isNaN(wishes.sigmaMax) ? sigmaMax(error, low, steps) : wishes.sigmaMax;
    Require.ordered("sigmaMin", low, "sigmaMax", high, "sampling removes noise");
    NoiseGrid best = error.best(low, high, steps);
    double whole = error.nats(best);
    return new Advice(
        evidence,
        wishes,
        best,
        error,
        NoiseRange.rounded(range.sigmaMaxOffCentre(start(whole)), true));
  }

  /**
   * Where the start makes its share of the whole: start ↔ whole, repeated. A higher start lowers
   * its own share and raises the rest, so that an error of ln σ_max changes sign in each round and
   * shrinks, to a tenth or to a half.
   */
  private double sigmaMax(SamplerError error, double low, int steps) {
    NoiseRange range = new NoiseRange(evidence);
    double high = Math.max(10 * low, 20 * evidence.sigmaData());
    double change = Double.POSITIVE_INFINITY;
    for (int round = 0; round < MOST_ROUNDS && change > TOLERANCE; round++) {
      double whole = error.nats(error.best(low, high, steps));
      double next = Math.max(2 * low, range.sigmaMax(start(whole)));
      change = Math.abs(Math.log(next / high));
      high = next;
    }
    return NoiseRange.rounded(high, true);
  }

  private double start(double whole) {
    return Math.min(MOST_START, wishes.startShare * whole);
  }
}
