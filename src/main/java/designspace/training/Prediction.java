package designspace.training;

/**
 * What a network is asked to predict, as a factor of one error. With x_t = αx₀ + sξ and σ = s/α,
 * any two predictions that agree with x_t have x̂₀ − x₀ = −σ(ξ̂ − ξ), and σS + ξ = ξ − ξ̂: so every
 * squared error is a function of σ times ‖σS+ξ‖².
 */
public enum Prediction {
  /** ξ (Ho et al. 2020): 1. */
  NOISE,
  /** x₀: σ². */
  DATA,
  /** v = αξ − sx₀ with α² + s² = 1 (Salimans and Ho 2022): (α + sσ)² = 1/α² = 1 + σ². */
  VELOCITY,
  /** ξ − x₀, the slope of a straight path (Lipman et al. 2023): (1 + σ)². */
  FLOW;

  /** ‖prediction − truth‖² over ‖σS+ξ‖². */
  public double factor(double sigma) {
    return switch (this) {
      case NOISE -> 1;
      case DATA -> sigma * sigma;
      case VELOCITY -> 1 + sigma * sigma;
      case FLOW -> (1 + sigma) * (1 + sigma);
    };
  }
}
