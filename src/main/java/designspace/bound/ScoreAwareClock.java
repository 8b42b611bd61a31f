package designspace.bound;

import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import designspace.schedule.Recipe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * B6: the noise levels of least path KL of eq-10 when the score has error e(σ).
 *
 * <p>With g = e − J the ledger B1 is KL(p_T|q₀) + ½ ∫ J dτ + ½ Σ Δτ_k g(τ_k), and with G(τ) = min
 * of g over [τ, τ₀] the last sum is at least ½ ∫ G dτ on any grid. Where levels stand at g = G, a
 * step costs ½ ∫ (G(τ_k) − G(τ)) dτ more than that, (Δ∫√G′ dτ)²/4 if it is small, so that the best
 * levels are uniform in the clock ∫√G′ dτ. On a flat of G the clock stands still and g is above G:
 * no level stands in it, and the step that leaves its upper end passes it at no cost and goes on by
 * a step of the clock. A step that passes the upper end pays ½ (G(τ_k) − G) times the flat's
 * length: of order 1/N if g has a corner there and N^{−4/3} if it is smooth. So a level stands at
 * the upper end.
 *
 * <p>With e = 0 it is the clock of B5, on N(0, c²I) the log law of B4. The law is asymptotic.
 */
public final class ScoreAwareClock {
  private static final Recipe RECIPE = new Recipe("score-aware clock", Map.of(), "B6");

  /** What rounding leaves of g − G, relative to e + J. */
  private static final double ROUNDING = 1e-12;

  /** The least price of skipping a flat that is worth a thought, relative to what a step costs. */
  private static final double NEGLIGIBLE = 1e-6;

  private final DoubleUnaryOperator fisher;
  private final DoubleUnaryOperator scoreError;
  private final LowerEnvelope envelope;

  private ScoreAwareClock(
      DoubleUnaryOperator fisher,
      DoubleUnaryOperator scoreError,
      double sigmaMin,
      double sigmaMax) {
    this.fisher = fisher;
    this.scoreError = scoreError;
    this.envelope = new LowerEnvelope(this::g, sigmaMin, sigmaMax);
  }

  /**
   * The clock between two levels.
   *
   * @param fisher J as a function of σ
   * @param scoreError e as a function of σ, not negative
   */
  public static ScoreAwareClock of(
      DoubleUnaryOperator fisher,
      DoubleUnaryOperator scoreError,
      double sigmaMin,
      double sigmaMax) {
    Require.positive("sigmaMin", sigmaMin, "the score is not defined without noise");
    Require.ordered("sigmaMin", sigmaMin, "sigmaMax", sigmaMax, "sampling removes noise");
    Require.positive("sigmaMax", sigmaMax, "it is a noise level");
    return new ScoreAwareClock(fisher, scoreError, sigmaMin, sigmaMax);
  }

  /**
   * An interval of noise in which g is above G.
   *
   * @param low its lower end in σ
   * @param high its upper end in σ, where a level stands
   */
  public record Flat(double low, double high) {}

  /** g(σ) = e − J. */
  public double g(double sigma) {
    double error = scoreError.applyAsDouble(sigma);
    if (!(error >= 0)) {
      throw Require.refusal("e at σ = " + sigma, error, "not negative", "it is a mean square");
    }
    return error - fisher.applyAsDouble(sigma);
  }

  /** G at a level of the range: the least g from there up to σ_max. */
  public double lower(double sigma) {
    if (!(sigma >= low() && sigma <= high())) {
      throw Require.refusal(
          "sigma", sigma, "from " + low() + " to " + high(), "e and J are known there");
    }
    return envelope.lower(sigma, g(sigma));
  }

  /** The flats that are not rounding's, from high noise to low. */
  public List<Flat> flats() {
    List<Flat> flats = new ArrayList<>();
    for (LowerEnvelope.Flat flat : envelope.flats()) {
      double high = envelope.sigma(flat.upper());
      double scale = scoreError.applyAsDouble(high) + fisher.applyAsDouble(high);
      if (flat.depth() > ROUNDING * scale) {
        flats.add(new Flat(envelope.sigma(flat.end()), high));
      }
    }
    return flats;
  }

  /** ∫√G′ dτ over the range. */
  public double length() {
    return envelope.clock(envelope.last());
  }

  /** ½ ∫ J dτ + ½ ∫ G dτ: what the path KL without its initialization tends to, nats. */
  public double limit() {
    return envelope.halfIntegral(fisher);
  }

  /** The limit plus (∫√G′ dτ)²/4N: path KL without its initialization on N ≫ 1 steps, nats. */
  public double value(int steps) {
    Require.atLeast(1, "steps", steps, "a grid has at least one step");
    return limit() + length() * length() / (4.0 * steps);
  }

  /** ½ ∫ e dτ, what any grid's path KL tends to if all its steps shrink, nats; limit() is less. */
  public double fineGridLimit() {
    return limit() + envelope.halfExcess();
  }

  /**
   * The levels, uniform in the clock between the upper ends of the flats. A flat is passed over if
   * the exact sum is the less for it, as where flats outnumber steps. If G is constant one step
   * would do: the other levels then crowd within a millionth of the range, in ln σ, above σ_min.
   */
  public NoiseGrid grid(int steps) {
    Require.atLeast(1, "steps", steps, "a grid has at least one step");
    if (length() == 0) {
      return crowded(steps);
    }
    List<LowerEnvelope.Flat> kept = new ArrayList<>(dearest(steps));
    ClockGrid grid = new ClockGrid(envelope, kept, steps);
    double cost = cost(grid.levels());
    for (int i = kept.size() - 1; i >= 0; i--) {
      LowerEnvelope.Flat flat = kept.remove(i);
      ClockGrid other = new ClockGrid(envelope, kept, steps);
      double otherCost = cost(other.levels());
      if (otherCost < cost) {
        grid = other;
        cost = otherCost;
      } else {
        kept.add(i, flat);
      }
    }
    return NoiseGrid.of(RECIPE, grid.levels());
  }

  /** The flats by what skipping one would cost, dearest first, at most N − 1 of them. */
  private List<LowerEnvelope.Flat> dearest(int steps) {
    double step = length() / steps;
    return envelope.flats().stream()
        .filter(flat -> flat.upper() > 0 && price(flat, step) > NEGLIGIBLE * step * step)
        .sorted(Comparator.comparingDouble(flat -> -price(flat, step)))
        .limit(steps - 1)
        .toList();
  }

  /** (G one step of the clock above the flat − G on it) × its length in τ. */
  private double price(LowerEnvelope.Flat flat, double step) {
    double above = envelope.lowerAt(Math.max(0, envelope.clock(flat.upper()) - step));
    double high = envelope.sigma(flat.upper());
    double low = envelope.sigma(flat.end());
    return (above - envelope.lower(flat.upper())) * (high - low) * (high + low);
  }

  /** Σ Δτ_k g(τ_k). */
  private double cost(double[] sigmas) {
    double sum = 0;
    for (int k = 0; k + 1 < sigmas.length; k++) {
      sum += (sigmas[k] - sigmas[k + 1]) * (sigmas[k] + sigmas[k + 1]) * g(sigmas[k]);
    }
    return sum;
  }

  private NoiseGrid crowded(int steps) {
    double[] sigmas = new double[steps + 1];
    double crowd = 1e-6 * Math.log(high() / low());
    for (int k = 1; k <= steps; k++) {
      sigmas[k] = low() * Math.exp(crowd * (steps - k) / steps);
    }
    sigmas[0] = high();
    return NoiseGrid.of(RECIPE, sigmas);
  }

  private double low() {
    return envelope.sigma(envelope.last());
  }

  private double high() {
    return envelope.sigma(0);
  }
}
