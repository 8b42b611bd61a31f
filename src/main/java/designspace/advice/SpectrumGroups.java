package designspace.advice;

import designspace.data.Gaussian;
import designspace.optimal.GaussianMarginalError;
import designspace.optimal.SmoothGridError;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Marginal KL of a linear sampler on a centred normal law, with eigenvalues in groups: each group
 * is one direction with the group's mean λ, counted as often as it has members. Exact while there
 * are no more than {@value #MOST} different eigenvalues; else groups are equal parts of the range
 * of ln(λ+τ_min), so that directions far below the last noise make one.
 */
final class SpectrumGroups implements SmoothGridError {
  static final int MOST = 32;

  private final LinearSampler sampler;
  private final List<GaussianMarginalError> parts = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();

  SpectrumGroups(LinearSampler sampler, Gaussian law, double sigmaMin) {
    this.sampler = sampler;
    double[] lambda = law.spectrum().eigenvalues();
    double[] key = Arrays.stream(lambda).map(l -> Math.log(l + sigmaMin * sigmaMin)).toArray();
    double low = Arrays.stream(key).min().orElseThrow();
    double range = Arrays.stream(key).max().orElseThrow() - low;
    boolean few = Arrays.stream(lambda).distinct().count() <= MOST;
    TreeMap<Double, List<Double>> groups = new TreeMap<>();
    for (int j = 0; j < lambda.length; j++) {
      double group =
          few ? lambda[j] : Math.min(MOST - 1, Math.floor(MOST * (key[j] - low) / range));
      groups.computeIfAbsent(group, none -> new ArrayList<>()).add(lambda[j]);
    }
    for (List<Double> group : groups.values()) {
      double mean = group.stream().mapToDouble(l -> l).average().orElseThrow();
      parts.add(new GaussianMarginalError(sampler, Gaussian.isotropic(1, Math.sqrt(mean))));
      counts.add(group.size());
    }
  }

  @Override
  public String label() {
    return "marginal KL of " + sampler.label();
  }

  @Override
  public double at(NoiseGrid grid) {
    double sum = 0;
    for (int i = 0; i < counts.size(); i++) {
      sum += counts.get(i) * parts.get(i).at(grid);
    }
    return sum;
  }

  @Override
  public double[] gradient(NoiseGrid grid) {
    double[] sum = new double[grid.steps() + 1];
    for (int i = 0; i < counts.size(); i++) {
      double[] one = parts.get(i).gradient(grid);
      for (int k = 0; k < sum.length; k++) {
        sum[k] += counts.get(i) * one[k];
      }
    }
    return sum;
  }
}
