package designspace.training;

import designspace.core.Require;
import designspace.schedule.Design;
import java.util.Arrays;

/**
 * What a total weighting sees of a design: t_j and σ̄_j of its levels 0 … N, of which 1 … N are
 * trained.
 */
final class TrainedLevels {
  private final double[] times;
  private final double[] sigmas;

  TrainedLevels(Design design) {
    times = new double[design.time().steps() + 1];
    Arrays.setAll(times, design.time()::time);
    sigmas = Arrays.stream(times).map(design.variance()::sigmaBar).toArray();
    for (int j = 1; j < sigmas.length; j++) {
      Require.positive("sigma[" + j + "]", sigmas[j], "the score is not defined without noise");
      Require.positive("Δsigma[" + j + "]", deltaSigma(j), "noise grows with time");
    }
  }

  /** N. */
  int count() {
    return sigmas.length - 1;
  }

  /** Returns {@code j} if level j is trained. */
  int checked(int j) {
    if (j < 1 || j > count()) {
      throw Require.refusal("level", j, "from 1 to " + count(), "only those are trained");
    }
    return j;
  }

  double time(int j) {
    return times[j];
  }

  double sigma(int j) {
    return sigmas[j];
  }

  double[] sigmas() {
    return Arrays.copyOfRange(sigmas, 1, sigmas.length);
  }

  /** Δt_j = t_j − t_{j−1}. */
  double deltaT(int j) {
    return times[j] - times[j - 1];
  }

  /** Δσ̄_j = σ̄_j − σ̄_{j−1}. */
  double deltaSigma(int j) {
    return sigmas[j] - sigmas[j - 1];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrainedLevels that
        && Arrays.equals(times, that.times)
        && Arrays.equals(sigmas, that.sigmas);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(times) + Arrays.hashCode(sigmas);
  }
}
