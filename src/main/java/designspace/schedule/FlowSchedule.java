package designspace.schedule;

import designspace.core.Require;

/**
 * Straight paths from data to noise: x_t = (1−t)x₀ + tξ, σ = t/(1−t), 0 &lt; t &lt; 1.
 *
 * <p>A shift by s puts t′ = st/(1+(s−1)t) in place of t, and t′/(1−t′) = s t/(1−t): it multiplies
 * every level by s, as if the data were s times as large. So t = σ/(s+σ), dt/d ln σ = sσ/(s+σ)².
 *
 * @param shift s, positive; 1 is none
 */
record FlowSchedule(double shift) implements NoiseSchedule {
  FlowSchedule {
    Require.positive("shift", shift, "it multiplies the noise");
  }

  @Override
  public Recipe recipe() {
    return shift == 1
        ? Recipe.of("rectified flow", "Liu et al. 2023; Lipman et al. 2023")
        : Recipe.of("shifted flow", "Esser et al. 2024").with("shift", shift);
  }

  @Override
  public double sigma(double t) {
    NoiseLevels.unitTime(t);
    return shift * t / (1 - t);
  }

  @Override
  public double time(double sigma) {
    return NoiseLevels.level("sigma", sigma) / (shift + sigma);
  }

  @Override
  public double density(double sigma) {
    return time(sigma) * (shift / (shift + sigma));
  }
}
