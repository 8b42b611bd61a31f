package designspace.advice;

import designspace.bound.GridError;
import designspace.data.Gaussian;
import designspace.optimal.OptimalGrid;
import designspace.optimal.OptimalSequence;
import designspace.optimal.StartGrids;
import designspace.sampling.LinearSampler;
import designspace.sampling.OwnLaw;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Marginal KL of a deterministic sampler on a centred normal law (B3): of such a sampler no path KL
 * exists. The best grid is the least minimum (B7) that a search finds from the best three of some
 * sixty grids, on a spectrum in {@link SpectrumGroups}.
 *
 * @param sampler a probability flow
 * @param law of mean 0
 */
record FlowError(LinearSampler sampler, Gaussian law) implements SamplerError {
  private static final int STARTS = 3;

  /** Of the start's error: what falls below has been cancelled, not lowered. */
  private static final double CANCELLED = 1e-6;

  @Override
  public String label() {
    return "marginal KL of " + sampler.label() + " on the normal law of this spectrum (B3)";
  }

  @Override
  public double nats(NoiseGrid grid) {
    return GridError.marginalKl(sampler, law).at(grid);
  }

  /**
   * Heun's steps and the start err in opposite directions, and where the start's error is not small
   * there are many grids on which both cancel. They are right on the normal law alone: the best
   * named grid is taken instead.
   */
  @Override
  public NoiseGrid best(double sigmaMin, double sigmaMax, int steps) {
    List<NoiseGrid> named = named(sigmaMin, sigmaMax, steps);
    if (steps == 1) {
      return named.get(0);
    }
    SpectrumGroups error = new SpectrumGroups(sampler, law, sigmaMin);
    List<NoiseGrid> starts = new ArrayList<>(named);
    starts.addAll(StartGrids.all(sigmaMin, sigmaMax, steps));
    OptimalGrid found =
        OptimalSequence.of(error, n -> least(starts, error, STARTS).toList(), steps).get(0);
    NoiseGrid usual = least(named, error, 1).findFirst().orElseThrow();
    return found.value() < CANCELLED * error.at(usual) ? usual : found.grid();
  }

  private List<NoiseGrid> named(double sigmaMin, double sigmaMax, int steps) {
    double c = Math.sqrt(law.secondMoment() / law.dimension());
    List<NoiseGrid> named = new ArrayList<>(StartGrids.named(c, sigmaMin, sigmaMax, steps));
    if (sampler == LinearSampler.HEUN_FLOW) {
      named.add(OwnLaw.heun(c).grid(sigmaMin, sigmaMax, steps));
    }
    return named;
  }

  private static Stream<NoiseGrid> least(List<NoiseGrid> grids, GridError error, int count) {
    return grids.stream().sorted(Comparator.comparingDouble(error::at)).limit(count);
  }
}
