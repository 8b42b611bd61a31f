package designspace.score;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.data.DataDistribution;
import java.util.function.DoubleFunction;
import java.util.random.RandomGenerator;

/** Scores that are wrong in a known way, to see what a score error does. */
public final class ScoreInjection {
  private ScoreInjection() {}

  /**
   * S = ∇log p_τ + b(σ), one vector for all points: e(σ) = ‖b(σ)‖².
   *
   * @param bias σ to a vector of length d
   */
  public static ScoreFunction bias(DataDistribution data, DoubleFunction<double[]> bias) {
    return (sigma, x) -> {
      double[] shift = bias.apply(sigma);
      Require.dimension("bias", shift.length, x.dimension());
      double[] score = data.score(sigma, x).toArray();
      for (int i = 0; i < score.length; i++) {
        score[i] += shift[i % shift.length];
      }
      return Points.owning(score, shift.length);
    };
  }

  /** S = (1+ε) ∇log p_τ: e(σ) = ε² J(τ). */
  public static ScoreFunction multiplicative(DataDistribution data, double epsilon) {
    Require.finite("epsilon", epsilon, "it scales the score");
    return (sigma, x) -> {
      double[] score = data.score(sigma, x).toArray();
      for (int i = 0; i < score.length; i++) {
        score[i] *= 1 + epsilon;
      }
      return Points.owning(score, x.dimension());
    };
  }

  /**
   * S = ∇log p_τ + a F(x/ℓ)/σ, F a fixed random smooth field: F_j(z) = √(2/m) Σ_i v_ij cos(w_i·z +
   * φ_i) with standard normal w and v and m waves, so that E‖F‖² ≈ d and e(σ) ≈ a²d/τ. Measure e(σ)
   * itself by {@link ScoreError}.
   *
   * @param amplitude a
   * @param length ℓ, over which the field varies
   * @param seed of the field: the same seed is the same function
   */
  public static ScoreFunction randomField(
      DataDistribution data, double amplitude, double length, long seed) {
    Require.finite("amplitude", amplitude, "it scales the field");
    Require.positive("length", length, "the field varies over it");
    Waves waves = new Waves(data.dimension(), new RandomStreams(seed).stream(0));
    return (sigma, x) -> {
      double[] score = data.score(sigma, x).toArray();
      waves.add(score, x.toArray(), length, amplitude / sigma);
      return Points.owning(score, x.dimension());
    };
  }

  /** F. */
  private static final class Waves {
    private static final int COUNT = 32;

    private final int dimension;
    private final double[] phases = new double[COUNT];
    private final double[] numbers; // w, COUNT × d
    private final double[] directions; // v, COUNT × d

    Waves(int dimension, RandomGenerator random) {
      this.dimension = dimension;
      numbers = new double[COUNT * dimension];
      directions = new double[COUNT * dimension];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = random.nextGaussian();
        directions[i] = random.nextGaussian() * Math.sqrt(2.0 / COUNT);
      }
      for (int i = 0; i < COUNT; i++) {
        phases[i] = 2 * Math.PI * random.nextDouble();
      }
    }

    /** Adds factor · F(x/length), row by row. */
    void add(double[] score, double[] x, double length, double factor) {
      for (int at = 0; at < x.length; at += dimension) {
        for (int i = 0; i < COUNT; i++) {
          double angle = phases[i];
          for (int j = 0; j < dimension; j++) {
            angle += numbers[i * dimension + j] * x[at + j] / length;
          }
          double wave = factor * Math.cos(angle);
          for (int j = 0; j < dimension; j++) {
            score[at + j] += wave * directions[i * dimension + j];
          }
        }
      }
    }
  }
}
