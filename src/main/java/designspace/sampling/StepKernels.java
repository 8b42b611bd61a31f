package designspace.sampling;

import designspace.core.Points;
import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;

/** The steps of a sampler as Gaussian kernels. */
record StepKernels(GaussianStepSampler sampler, ScoreFunction score, NoiseGrid grid) {
  double noise(int k) {
    double noise = sampler.noise(grid.sigma(k), grid.sigma(k + 1));
    String why = "a density needs a smooth kernel; LineFlow follows steps without noise";
    return Require.positive("noise of step " + k, noise, why);
  }

  double[] moved(int k, double[] x) {
    Points points = Points.owning(x, 1);
    double[] moved =
        sampler.mean(score.checked(), grid.sigma(k), grid.sigma(k + 1), points).toArray();
    for (double place : moved) {
      if (!Double.isFinite(place)) {
        throw new ArithmeticException("a point went to " + place + " in step " + k);
      }
    }
    return moved;
  }

  /** Fine enough for the noise of step k and for bumps of width √(feature² + τ_k). */
  double spacing(int k, double feature) {
    double width = Math.sqrt(feature * feature + grid.tau(k));
    return Math.min(k < grid.steps() ? noise(k) : width, width / 2);
  }
}
