package designspace.bound;

import designspace.core.Require;
import designspace.data.DataDistribution;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LineDensity;
import designspace.sampling.LinearSampler;
import designspace.sampling.LinearScheme;
import designspace.schedule.NoiseGrid;
import designspace.schedule.TimeGrid;
import designspace.score.ScoreFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** An error as a function of the noise grid: what a schedule is chosen by. All but one in nats. */
@FunctionalInterface
public interface GridError {
  /** The error on this grid. */
  double at(NoiseGrid grid);

  /**
   * Of no data: N Σ γ_j²/(t_j t_{j−1}) with σ̄_t = t, what the leading term of thm-2 stands for
   * (E6).
   */
  static GridError growth() {
    return grid -> {
      double[] times = grid.sigmas();
      int last = times.length - 1;
      double[] forward = IntStream.rangeClosed(0, last).mapToDouble(j -> times[last - j]).toArray();
      return grid.steps() * GrowthSum.corrected(TimeGrid.of(forward));
    };
  }

  /** Path E_D of eq-10 with exact score (B1). */
  static GridError discretization(Gaussian data) {
    return grid -> exact(data, grid).nats("discretization");
  }

  /** The same on a mixture on the line. */
  static GridError discretization(GaussianMixture data) {
    return grid -> PathLedger.exactScore(data, grid).nats("discretization");
  }

  /** KL(p_δ|q) of what a linear sampler delivers with exact score (B3). */
  static GridError marginalKl(LinearScheme sampler, Gaussian data) {
    return grid -> GaussianLaw.of(sampler, data, grid).klNats();
  }

  /**
   * The same of eq-10 on a mixture on the line, to about 1e−7 relatively where the bumps overlap,
   * to 1e−3 where they are narrow and far apart (see {@link LineDensity}).
   */
  static GridError marginalKl(GaussianMixture data) {
    Require.size("dimension of data", data.dimension(), 1, "the density is propagated on the line");
    double narrowest =
        IntStream.range(0, data.size())
            .mapToDouble(k -> Math.sqrt(data.bump(k).spectrum().eigenvalue(0)))
            .min()
            .orElseThrow();
    ScoreFunction score = ScoreFunction.exact(data);
    return grid -> LineDensity.of(score, grid, narrowest, 2).klNats(data, grid.sigmaMin());
  }

  /**
   * Path KL of eq-10 with a score that is wrong: start, score and discretization (B1).
   *
   * @param scoreError e(σ) = E‖S(σ,·) − ∇log p_τ‖², not negative
   */
  static GridError pathKl(Gaussian data, DoubleUnaryOperator scoreError) {
    return grid -> PathLedger.withScoreError(exact(data, grid), grid, scoreError).totalNats();
  }

  /** The same on a mixture on the line. */
  static GridError pathKl(GaussianMixture data, DoubleUnaryOperator scoreError) {
    return grid ->
        PathLedger.withScoreError(PathLedger.exactScore(data, grid), grid, scoreError).totalNats();
  }

  /**
   * The same in any dimension by simulation. Every grid of as many steps gets the same noise, so
   * that errors of two grids differ far less by chance than either by itself.
   *
   * @param n forward paths
   */
  static GridError sampledPathKl(DataDistribution data, ScoreFunction score, int n, long seed) {
    return grid -> SampledLedger.of(data, grid, score, n, seed).totalNats();
  }

  private static BoundReport exact(Gaussian data, NoiseGrid grid) {
    return PathLedger.exactScore(LinearSampler.EXPONENTIAL_INTEGRATOR, data, grid);
  }
}
