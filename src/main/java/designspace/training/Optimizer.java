package designspace.training;

import designspace.core.Require;

/** How a gradient g becomes a step of the weights w. */
public sealed interface Optimizer {
  /** η, before any decay. */
  double rate();

  /** How many numbers it remembers of each weight. */
  int moments();

  /**
   * Step number s on the weights {@code from} to {@code to} (exclusive) of a layer.
   *
   * @param rate η of this step
   * @param step s, from 1
   * @param gradient g of the layer
   * @param state w of the layer, then the moments; overwritten
   */
  void step(double rate, int step, double[] gradient, double[][] state, int from, int to);

  /**
   * Stochastic gradient descent with heavy-ball momentum: v ← μv + g, w ← w − ηv.
   *
   * @param rate η
   * @param momentum μ, at least 0 and less than 1
   */
  record Sgd(double rate, double momentum) implements Optimizer {
    public Sgd {
      Require.positive("rate", rate, "descent moves against the gradient");
      fraction("momentum", momentum);
    }

    @Override
    public int moments() {
      return 1;
    }

    @Override
    public void step(double rate, int step, double[] gradient, double[][] state, int from, int to) {
      double[] w = state[0];
      double[] v = state[1];
      for (int i = from; i < to; i++) {
        v[i] = momentum * v[i] + gradient[i];
        w[i] -= rate * v[i];
      }
    }
  }

  /**
   * Adam (Kingma and Ba 2015): m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², w ← w − η m̂/(√v̂ + ε) with
   * m̂ = m/(1−β₁ˢ), v̂ = v/(1−β₂ˢ).
   *
   * @param rate η
   * @param beta1 β₁, at least 0 and less than 1
   * @param beta2 β₂, at least 0 and less than 1
   * @param epsilon ε, positive
   */
  record Adam(double rate, double beta1, double beta2, double epsilon) implements Optimizer {
    public Adam {
      Require.positive("rate", rate, "descent moves against the gradient");
      fraction("beta1", beta1);
      fraction("beta2", beta2);
      Require.positive("epsilon", epsilon, "a weight without gradient is divided by it");
    }

    /** With the usual β₁ = 0.9, β₂ = 0.999, ε = 1e−8. */
    public static Adam of(double rate) {
      return new Adam(rate, 0.9, 0.999, 1e-8);
    }

    @Override
    public int moments() {
      return 2;
    }

    @Override
    public void step(double rate, int step, double[] gradient, double[][] state, int from, int to) {
      double[] w = state[0];
      double[] m = state[1];
      double[] v = state[2];
      double scale = rate / (1 - Math.pow(beta1, step));
      double correction = 1 / (1 - Math.pow(beta2, step));
      for (int i = from; i < to; i++) {
        double g = gradient[i];
        m[i] = beta1 * m[i] + (1 - beta1) * g;
        v[i] = beta2 * v[i] + (1 - beta2) * (g * g);
        w[i] -= scale * m[i] / (Math.sqrt(correction * v[i]) + epsilon);
      }
    }
  }

  private static void fraction(String name, double value) {
    Require.notNegative(name, value, "it is the share of the past that stays");
    Require.ordered(name, value, "1", 1, "the past must fade");
  }
}
