package designspace.claim;

import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;

import designspace.bound.GridError;
import designspace.bound.ProfiledLedger;
import designspace.clock.ClockTable;
import designspace.clock.DataClocks;
import designspace.clock.DensityClock;
import designspace.clock.NoiseRates;
import designspace.core.Points;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.schedule.NoiseGrid;
import designspace.score.NoiseProfile;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.stat.descriptive.moment.Variance;

/**
 * A law over EDM's range of noise with its Fisher clock (B5).
 *
 * @param name of the law
 * @param fisher J as a function of σ
 * @param error path E_D of eq-10, nats
 * @param clock uniform in ∫ √|J′| dτ
 * @param rivals clocks of the same law and the Paper's two grids
 */
record FisherCase(
    String name,
    DoubleUnaryOperator fisher,
    GridError error,
    DensityClock clock,
    List<DensityClock> rivals) {
  private static final int SLOPES = 400;

  /** Eigenvalues j⁻², j = 1 … 8: everything in closed form. */
  static FisherCase spectrum() {
    Gaussian data = ClockTable.anisotropic();
    DoubleUnaryOperator fisher = sigma -> data.fisherInformation(sigma * sigma);
    DataClocks clocks = new DataClocks(NoiseRates.of(data));
    return new FisherCase(
        "Gaussian, λ = j⁻²",
        fisher,
        GridError.discretization(data),
        clocks.fisher(),
        rivals(clocks));
  }

  /** Three bumps on the line, J and J′ by quadrature and the path KL by entropies. */
  static FisherCase mixture() {
    GaussianMixture data = MixtureReference.DATA;
    DataClocks clocks = new DataClocks(NoiseRates.of(data, LOW, HIGH));
    double[] levels = NoiseProfile.levels(LOW, HIGH, 200);
    NoiseProfile fisher =
        NoiseProfile.of(
            levels,
            Arrays.stream(levels)
                .mapToObj(sigma -> data.information().fisherInformation(sigma * sigma))
                .toList());
    return new FisherCase(
        "three bumps on the line",
        fisher,
        GridError.discretization(data),
        clocks.fisher(),
        rivals(clocks));
  }

  /** Four bumps in three dimensions, J measured at 60 levels and its slope by differences. */
  static FisherCase measured(int n, long seed) {
    GaussianMixture data =
        GaussianMixture.of(
            new double[] {0.4, 0.3, 0.2, 0.1},
            Points.of(new double[][] {{0, 0, 0}, {1, 2, 0}, {-2, 0, 1}, {0, -1, -2}}),
            0.3);
    double[] levels = NoiseProfile.levels(LOW, HIGH, 60);
    NoiseProfile fisher = NoiseProfile.fisherInformation(data, levels, n, seed);
    ProfiledLedger ledger = ProfiledLedger.of(HIGH, 0, fisher, sigma -> 0);
    return new FisherCase(
        "four bumps in 3-d, J of " + n + " points",
        fisher,
        grid -> ledger.on(grid).totalNats(),
        DataClocks.fisher(fisher),
        rivals(new DataClocks(NoiseRates.sampled(data, LOW, HIGH, n, seed))));
  }

  private static List<DensityClock> rivals(DataClocks clocks) {
    return List.of(
        clocks.scoreOptimal(),
        clocks.entropic(),
        clocks.rescaledEntropic(),
        DensityClock.polynomial(7),
        DensityClock.exponential());
  }

  /** (∫ √|J′| dτ)²/4, the limit of N times the path KL. */
  double limit() {
    double length = clock.length(LOW, HIGH);
    return 0.25 * length * length;
  }

  /** |J′|, from the clock's density. */
  private double fall(double sigma) {
    double root = clock.density(sigma) / (2 * sigma * sigma);
    return root * root;
  }

  /**
   * κ such that N·E_D = limit·(1 − κ/N + …). With u the clock, h a step of it and g = |J′|, a step
   * costs ¼h²(1 + h g′(τ)/(6g^{3/2}) + …), and Σ h g′/g^{3/2} → ∫ d ln g: κ = ln(g_min/g_max)/6.
   */
  double nextOrder() {
    return Math.log(fall(LOW) / fall(HIGH)) / 6;
  }

  /**
   * V such that E_D on the clock is 1 + V/N² + … of the least over grids, if J is smooth: with
   * steps h(1+ε) and f = (d ln g/du)/6 one has ∫(1 + ε² + hf + 2hεf), least at ε = −h(f − f̄), so
   * that V is the variance of d ln g/dx over 36, x = u over its range.
   */
  double excess() {
    NoiseGrid grid = grid(clock, SLOPES);
    Variance variance = new Variance(false);
    for (int k = 0; k < SLOPES; k++) {
      variance.increment(SLOPES * Math.log(fall(grid.sigma(k + 1)) / fall(grid.sigma(k))));
    }
    return variance.getResult() / 36;
  }

  /** Path E_D on the clock's own grid, nats. */
  double nats(int steps) {
    return nats(clock, steps);
  }

  /** Path E_D on a clock's grid, nats. */
  double nats(DensityClock other, int steps) {
    return error.at(grid(other, steps));
  }

  static NoiseGrid grid(DensityClock clock, int steps) {
    return clock.grid(LOW, HIGH, steps);
  }
}
