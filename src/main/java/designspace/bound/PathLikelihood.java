package designspace.bound;

import designspace.core.Estimate;
import designspace.core.Interrupts;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.DataDistribution;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;

/**
 * The path KL of eq-10 straight from its definition, the mean log-likelihood ratio of whole paths;
 * nothing of B1 is used, so that B1 can be tested against it.
 *
 * <p>Both bridges between the grid's levels are Brownian, so the ratio of the path laws is that of
 * their skeletons: log dP/dQ = log p_δ(x_N) − log N(x₀; 0, τ₀I) + Σ_k [½Δτ_k‖S‖² − ⟨x_{k+1}−x_k,
 * S⟩], S = S(σ_k, x_k). A path of P is drawn from its end: a clean point with the grid's increments
 * of noise.
 */
public final class PathLikelihood {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private PathLikelihood() {}

  /** KL(P‖Q) = E_P log dP/dQ from {@code n} paths, nats, with its standard error. */
  public static Estimate klNats(
      DataDistribution data, NoiseGrid grid, ScoreFunction score, int n, long seed) {
    RandomStreams streams = new RandomStreams(seed);
    Points after = data.sample(n, streams.fork(0)).plusNoise(grid.sigmaMin(), streams.fork(1));
    int d = data.dimension();
    double[] ratio = new double[n];
    for (int i = 0; i < n; i++) {
      ratio[i] = data.logDensity(grid.sigmaMin(), after.row(i));
    }
    for (int k = grid.steps() - 1; k >= 0; k--) {
      Interrupts.check("the path likelihood");
      double deltaTau = grid.deltaTau(k);
      Points before = after.plusNoise(Math.sqrt(deltaTau), streams.fork(2 + k));
      double[] from = before.toArray();
      double[] to = after.toArray();
      double[] drift = score.checked().at(grid.sigma(k), before).toArray();
      for (int i = 0; i < from.length; i++) {
        ratio[i / d] += drift[i] * (0.5 * deltaTau * drift[i] - (to[i] - from[i]));
      }
      after = before;
    }
    double[] start = after.toArray();
    for (int i = 0; i < start.length; i++) {
      double z = start[i] / grid.sigmaMax();
      ratio[i / d] += 0.5 * (LOG_TWO_PI + z * z) + Math.log(grid.sigmaMax());
    }
    return Estimate.mean(ratio);
  }
}
