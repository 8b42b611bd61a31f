package designspace.clock;

import designspace.bound.ScoreAwareClock;
import designspace.schedule.NoiseGrid;
import java.util.function.DoubleUnaryOperator;

/**
 * B6 as a clock: {@link ScoreAwareClock}, whose levels are not at equal shares of its density alone
 * but jump the flats of G, on which the density is 0.
 */
public final class ErrorAwareClock implements NoiseClock {
  /** In ln σ; the envelope's own mesh over EDM's range is as fine. */
  private static final double STEP = 0.003;

  private final DoubleUnaryOperator fisher;
  private final DoubleUnaryOperator scoreError;
  private final double sigmaMin;
  private final double sigmaMax;
  private final ScoreAwareClock clock;

  private ErrorAwareClock(
      DoubleUnaryOperator fisher,
      DoubleUnaryOperator scoreError,
      double sigmaMin,
      double sigmaMax) {
    this.fisher = fisher;
    this.scoreError = scoreError;
    this.sigmaMin = sigmaMin;
    this.sigmaMax = sigmaMax;
    this.clock = ScoreAwareClock.of(fisher, scoreError, sigmaMin, sigmaMax);
  }

  /**
   * The clock between two levels.
   *
   * @param fisher J as a function of σ
   * @param scoreError e as a function of σ, not negative
   */
  public static ErrorAwareClock of(
      DoubleUnaryOperator fisher,
      DoubleUnaryOperator scoreError,
      double sigmaMin,
      double sigmaMax) {
    return new ErrorAwareClock(fisher, scoreError, sigmaMin, sigmaMax);
  }

  /** Its flats, limit and value. */
  public ScoreAwareClock scoreAware() {
    return clock;
  }

  @Override
  public String label() {
    return "score-aware";
  }

  @Override
  public String minimises() {
    return "path KL of eq-10 with this score error, N → ∞, any data";
  }

  @Override
  public String source() {
    return "B6";
  }

  /** 2τ √G′(τ) over a small interval of the range about σ. */
  @Override
  public double density(double sigma) {
    double low = Math.max(sigmaMin, sigma * Math.exp(-STEP));
    double high = Math.min(sigmaMax, sigma * Math.exp(STEP));
    double rise = Math.max(0, clock.lower(high) - clock.lower(low));
    return 2 * sigma * sigma * Math.sqrt(rise / ((high - low) * (high + low)));
  }

  @Override
  public NoiseGrid grid(double low, double high, int steps) {
    boolean own = low == sigmaMin && high == sigmaMax;
    return (own ? clock : ScoreAwareClock.of(fisher, scoreError, low, high)).grid(steps);
  }
}
