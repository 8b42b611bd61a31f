package designspace.bound;

import designspace.core.Estimate;
import designspace.core.Interrupts;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.DataDistribution;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreError;
import designspace.score.ScoreFunction;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The path ledger of eq-10 (B1) in any dimension by simulation of the forward process, each term an
 * average of squares, so that its relative error falls like 1/√n however small it is.
 *
 * <ul>
 *   <li>initialization: {@link Initialization};
 *   <li>score: ½ Δτ_k E‖S − ∇log p‖² at σ_k;
 *   <li>discretization: ½ ∫ E‖∇log p_τ(X_τ) − ∇log p_{τ_k}(X_{τ_k})‖² dτ along one path, which is ½
 *       ∫ (J(τ) − J(τ_k)) dτ because the score is a martingale in reverse time (lem-12).
 * </ul>
 *
 * <p>Integrals by Gauss–Legendre, in ln τ on each step (6 nodes: below 1e−4 of the term for steps
 * up to a factor 4 in σ) and for the start as in {@link Initialization}; the stated errors are
 * those of the simulation alone. The total's error is that of whole paths: its terms come from the
 * same ones. Cost n(7N + 8) scores.
 */
public final class SampledLedger {
  private static final int NODES = 6;
  private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();

  private final DataDistribution data;
  private final NoiseGrid grid;
  private final ScoreFunction score;
  private final RandomStreams streams;
  private final int n;

  private SampledLedger(
      DataDistribution data, NoiseGrid grid, ScoreFunction score, int n, long seed) {
    this.data = data;
    this.grid = grid;
    this.score = score == null ? null : score.checked();
    this.n = n;
    this.streams = new RandomStreams(seed);
  }

  /** The ledger with exact score from {@code n} forward paths; terms with their standard errors. */
  public static BoundReport of(DataDistribution data, NoiseGrid grid, int n, long seed) {
    return new SampledLedger(data, grid, null, n, seed).report();
  }

  /** The ledger of a sampler that is given S. */
  public static BoundReport of(
      DataDistribution data, NoiseGrid grid, ScoreFunction score, int n, long seed) {
    return new SampledLedger(data, grid, score, n, seed).report();
  }

  private BoundReport report() {
    int steps = grid.steps();
    double[] wrong = new double[steps];
    double[] frozen = new double[steps];
    double[] wrongByPath = new double[n];
    double[] frozenByPath = new double[n];
    Points clean = data.sample(n, streams.fork(0));
    Points x = clean.plusNoise(grid.sigmaMin(), streams.fork(1));
    for (int k = steps - 1; k >= 0; k--) {
      Interrupts.check("the ledger");
      Step step = new Step(k, x);
      frozen[k] = addMean(step.discretization(), frozenByPath);
      wrong[k] = score == null ? 0 : addMean(step.score(), wrongByPath);
      x = step.end;
    }
    double[] startByPath = Initialization.byPath(data, grid.sigmaMax(), clean, streams);
    Estimate start = Estimate.mean(startByPath);
    double[] total = startByPath.clone();
    Arrays.setAll(total, i -> total[i] + wrongByPath[i] + frozenByPath[i]);
    return new BoundReport(
        "B1",
        "sampled",
        List.of(
            PathLedger.initialization("½ ∫ E‖E[X₀|X_τ]‖² dτ/τ²", start.value())
                .within(start.error()),
            PathLedger.score("½ Σ Δτ_k e_k", wrong).within(Estimate.mean(wrongByPath).error()),
            PathLedger.discretization("½ Σ ∫ (J(τ) − J(τ_k)) dτ", frozen)
                .within(Estimate.mean(frozenByPath).error())),
        List.of(n + " forward paths, errors are standard errors", "start N(0, σ_max² I)"),
        Estimate.mean(total).error());
  }

  private static double addMean(double[] values, double[] totals) {
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      totals[i] += values[i];
      mean += values[i] / values.length;
    }
    return mean;
  }

  /** One step of all paths, from σ_{k+1} up to σ_k. */
  private final class Step {
    private final int k;
    private final GaussIntegrator rule;
    private final Points[] scores = new Points[NODES];
    private final Points end;
    private final Points endScore;

    Step(int k, Points start) {
      this.k = k;
      double low = 2 * Math.log(grid.sigma(k + 1));
      this.rule = RULES.legendre(NODES, low, 2 * Math.log(grid.sigma(k)));
      RandomStreams noise = streams.fork(100L + k);
      Points x = start;
      double tau = grid.tau(k + 1);
      for (int node = 0; node < NODES; node++) {
        double next = Math.exp(rule.getPoint(node));
        x = x.plusNoise(Math.sqrt(next - tau), noise.fork(node));
        scores[node] = data.score(Math.sqrt(next), x);
        tau = next;
      }
      this.end = x.plusNoise(Math.sqrt(grid.tau(k) - tau), noise.fork(NODES));
      this.endScore = data.score(grid.sigma(k), end);
    }

    double[] discretization() {
      double[] sum = new double[n];
      for (int node = 0; node < NODES; node++) {
        double weight = 0.5 * rule.getWeight(node) * Math.exp(rule.getPoint(node));
        double[] squares = ScoreError.squaredDistances(scores[node], endScore);
        for (int i = 0; i < n; i++) {
          sum[i] += weight * squares[i];
        }
      }
      return sum;
    }

    double[] score() {
      double[] squares = ScoreError.squaredDistances(score.at(grid.sigma(k), end), endScore);
      for (int i = 0; i < n; i++) {
        squares[i] *= 0.5 * grid.deltaTau(k);
      }
      return squares;
    }
  }
}
