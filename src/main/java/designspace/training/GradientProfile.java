package designspace.training;

import designspace.core.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * The gradient of ½‖σS+ξ‖² by the weights of a network, level by level, on fixed pairs (x, ξ), each
 * with probability 1/n at every level: its mean and its mean square, at the midpoints of equal
 * cells in ln σ. All integrals over levels are sums over these cells.
 *
 * <p>An example drawn with density p and weighted by w gives the gradient w g. Its mean ∫ p w E g
 * du depends on the total weighting β = p w alone; its mean square ∫ (β²/p) E‖g‖² du does not, and
 * is least, (∫ β√E‖g‖² du)², for p ∝ β√E‖g‖² (Cauchy–Schwarz).
 */
public final class GradientProfile {
  private final double low; // ln σ_min
  private final double width; // of a cell in ln σ
  private final double[][] means; // E g of each cell's midpoint
  private final double[] squares; // E‖g‖²

  private GradientProfile(double low, double width, int cells) {
    this.low = low;
    this.width = width;
    means = new double[cells][];
    squares = new double[cells];
  }

  /** Gradients at the midpoints of so many cells. Cost: one backward pass a cell and pair. */
  public static GradientProfile of(
      GradientPairs pairs, double sigmaMin, double sigmaMax, int cells) {
    Require.positive("sigmaMin", sigmaMin, "it is a noise level");
    Require.ordered("sigmaMin", sigmaMin, "sigmaMax", sigmaMax, "levels lie between");
    Require.atLeast(1, "cells", cells, "a profile has a level");
    double width = Math.log(sigmaMax / sigmaMin) / cells;
    GradientProfile profile = new GradientProfile(Math.log(sigmaMin), width, cells);
    for (int k = 0; k < cells; k++) {
      profile.fill(k, pairs);
    }
    return profile;
  }

  private void fill(int k, GradientPairs pairs) {
    int n = pairs.x().size();
    for (int i = 0; i < n; i++) {
      double[] gradient = pairs.gradient(i, sigma(k));
      if (i == 0) {
        means[k] = new double[gradient.length];
      }
      for (int j = 0; j < gradient.length; j++) {
        means[k][j] += gradient[j] / n;
        squares[k] += gradient[j] * gradient[j] / n;
      }
    }
  }

  /** How many cells. */
  public int cells() {
    return squares.length;
  }

  /** σ at the midpoint of cell k. */
  public double sigma(int k) {
    return Math.exp(low + (k + 0.5) * width);
  }

  /** E‖g‖² there. */
  public double meanSquare(int k) {
    return squares[k];
  }

  /** ∫ p w E g du: the expected gradient. Draws outside the profile's levels are not counted. */
  public double[] expected(LevelWeighting weighting) {
    double[] expected = new double[means[0].length];
    for (int k = 0; k < cells(); k++) {
      double share = share(weighting, k) * weighting.weight(sigma(k));
      for (int j = 0; j < expected.length; j++) {
        expected[j] += share * means[k][j];
      }
    }
    return expected;
  }

  private double share(LevelWeighting weighting, int k) {
    return width * weighting.density().at(Math.log(sigma(k)));
  }

  /** Mean square and variance of one example's gradient. */
  public GradientVariance variance(LevelWeighting weighting) {
    double square = 0;
    for (int k = 0; k < cells(); k++) {
      double w = weighting.weight(sigma(k));
      square += share(weighting, k) * w * w * squares[k];
    }
    double squaredMean = 0;
    for (double g : expected(weighting)) {
      squaredMean += g * g;
    }
    return new GradientVariance(weighting.label(), square, squaredMean);
  }

  /** The same total weighting, drawn so that the mean square is least: p ∝ β√E‖g‖² on the cells. */
  public LevelWeighting best(LevelWeighting weighting) {
    double[] values = new double[cells()];
    for (int k = 0; k < values.length; k++) {
      values[k] = weighting.total(Math.log(sigma(k))) * Math.sqrt(squares[k]);
    }
    return weighting.drawnFrom(NoiseDensity.cells(end(0), end(cells()), values));
  }

  /**
   * By what factor its own draws' mean square exceeds the least: 1 plus the squared coefficient of
   * variation of w√E‖g‖² under p, given the levels of this profile. A weight that makes gradients
   * alike at all levels leaves nothing to gain from other draws.
   */
  public double costOfDraws(LevelWeighting weighting) {
    LevelWeighting own = weighting.within(end(0), end(cells()));
    return variance(own).meanSquare() / variance(best(own)).meanSquare();
  }

  private double end(int cell) {
    return Math.exp(low + cell * width);
  }

  /**
   * One total weighting, given the levels of this profile, drawn in several ways: as it is
   * published, as each of the others draws, uniformly in ln σ, and with the least mean square.
   */
  public List<GradientVariance> ways(LevelWeighting total, LevelWeighting... others) {
    LevelWeighting own = total.within(end(0), end(cells()));
    List<GradientVariance> ways = new ArrayList<>();
    ways.add(variance(own).named("as " + total.label()));
    for (LevelWeighting other : others) {
      NoiseDensity density = other.density().within(end(0), end(cells()));
      ways.add(variance(own.drawnFrom(density)).named("as " + other.label()));
    }
    NoiseDensity uniform = NoiseDensity.uniform(end(0), end(cells()));
    ways.add(variance(own.drawnFrom(uniform)).named("uniform in ln σ"));
    ways.add(variance(best(own)).named("least mean square"));
    return ways;
  }
}
