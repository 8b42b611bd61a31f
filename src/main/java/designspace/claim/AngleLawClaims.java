package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.ScalarErrors.kl;
import static designspace.claim.ScalarErrors.path;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.printedDigits;
import static designspace.claim.Tolerance.relative;
import static designspace.sampling.LinearSampler.EULER_FLOW;
import static designspace.sampling.LinearSampler.EXPONENTIAL_INTEGRATOR;
import static designspace.sampling.LinearSampler.FROZEN_DENOISER;
import static designspace.schedule.AngleLaw.ARCTANGENT;
import static designspace.schedule.AngleLaw.INVERSE_ROOT;
import static designspace.schedule.AngleLaw.LOG;
import static designspace.schedule.AngleLaw.LOG_SNR;
import static designspace.schedule.AngleLaw.SINE;

import designspace.core.RandomStreams;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** B4: the five angle laws. */
final class AngleLawClaims {
  private static final long SEED = 20240619;
  private static final double C = 0.5;
  private static final Tolerance RANKING = absolute(0, "a ranking of exact numbers");

  private AngleLawClaims() {}

  static Claim settle(Budget budget) {
    NoiseGrid grid = NoiseGrid.angle(INVERSE_ROOT, C, LOW, HIGH, 100);
    double kl = kl(EXPONENTIAL_INTEGRATOR, C, grid);
    List<Check> checks = new ArrayList<>();
    checks.add(
        equal(
            "KL of eq-10, 1/√ law, c=0.5, N=100, nats", kl, 4.217e-4, printedDigits(4.217e-4, 4)));
    checks.addAll(constants(budget));
    checks.add(bestOfAll(EXPONENTIAL_INTEGRATOR, INVERSE_ROOT));
    checks.add(bestOfAll(EULER_FLOW, ARCTANGENT));
    checks.add(bestOfAll(FROZEN_DENOISER, SINE));
    int tries = budget.size(2000, 50_000);
    checks.add(neverBelow(EXPONENTIAL_INTEGRATOR, LOG, tries));
    checks.add(neverBelow(FROZEN_DENOISER, LOG_SNR, tries));
    checks.add(neverBelow(EULER_FLOW, ARCTANGENT, tries));
    checks.add(flowExactly());
    return Claim.of("B4", checks).withSeed(SEED);
  }

  /** N²KL against its limit; σ_max is raised where the limit needs 1/N ≫ c²/σ_max². */
  private static List<Check> constants(Budget budget) {
    int n = budget.size(4000, 40_000);
    double far = 1e6;
    double inverseRoot = 1 - Math.hypot(C, LOW) / Math.hypot(C, HIGH);
    double arctangent = Math.atan(far / C) - Math.atan(LOW / C);
    double sine = HIGH / Math.hypot(C, HIGH) - LOW / Math.hypot(C, LOW);
    double left = 1 + LOW * LOW / (C * C);
    return List.of(
        limit(EXPONENTIAL_INTEGRATOR, INVERSE_ROOT, HIGH, n, 4 * pow4(inverseRoot)),
        limit(EULER_FLOW, ARCTANGENT, far, n, pow4(arctangent) / 4),
        limit(FROZEN_DENOISER, SINE, HIGH, n, 4 * left * left * pow4(sine)),
        noisyEnd(n));
  }

  /** The factor (S_min/c²)² of the sine law's limit, where σ_min = c makes it 4. */
  private static Check noisyEnd(int n) {
    double sine = HIGH / Math.hypot(C, HIGH) - Math.sqrt(0.5);
    double measured = (double) n * n * kl(FROZEN_DENOISER, C, NoiseGrid.angle(SINE, C, C, HIGH, n));
    String quantity = "N²KL of denoiser-frozen SDE, sine law, σ_min = c, N=" + n;
    return equal(quantity, measured, 16 * pow4(sine), relative(20.0 / n, "the next order in 1/N"));
  }

  /** The flow on the tangent law in closed form: 1+r = (σ_max²/S_max) cos(Δθ/N)^{2N}. */
  private static Check flowExactly() {
    int n = 100;
    double step = (Math.atan2(HIGH, C) - Math.atan2(LOW, C)) / n;
    double ratio = HIGH * HIGH / (HIGH * HIGH + C * C) * Math.pow(Math.cos(step), 2 * n);
    double expected = 0.5 * (1 / ratio - 1 + Math.log(ratio));
    double measured = kl(EULER_FLOW, C, NoiseGrid.angle(ARCTANGENT, C, LOW, HIGH, n));
    String quantity = "KL of Euler probability flow, tangent law, N=100, nats";
    return equal(
        quantity, measured, expected, relative(1e-9, "1 + r is near 1 in the closed form"));
  }

  private static Check limit(
      LinearSampler sampler, AngleLaw law, double high, int n, double constant) {
    double measured = (double) n * n * kl(sampler, C, NoiseGrid.angle(law, C, LOW, high, n));
    String quantity = "N²KL of " + sampler.label() + ", " + law.label() + ", N=" + n;
    Tolerance finite = relative(20.0 / n, "the next order in 1/N");
    return equal(quantity, measured, constant, finite);
  }

  /** The law's marginal KL against the best of the six other named grids at N = 1000. */
  private static Check bestOfAll(LinearSampler sampler, AngleLaw law) {
    int n = 1000;
    List<NoiseGrid> others = new ArrayList<>();
    others.add(NoiseGrid.polynomial(LOW, HIGH, 7, n));
    others.add(NoiseGrid.geometric(LOW, HIGH, n));
    for (AngleLaw other : AngleLaw.values()) {
      if (other != law) {
        others.add(NoiseGrid.angle(other, C, LOW, HIGH, n));
      }
    }
    double best = others.stream().mapToDouble(grid -> kl(sampler, C, grid)).min().orElseThrow();
    double own = kl(sampler, C, NoiseGrid.angle(law, C, LOW, HIGH, n));
    String quantity = "KL of " + sampler.label() + " on the " + law.label() + " / best other grid";
    return atMost(quantity, own / best, 1, RANKING);
  }

  /** The least ratio of another grid's error to the law's own: far grids and near ones. */
  private static Check neverBelow(LinearSampler sampler, AngleLaw law, int tries) {
    RandomGenerator random = new RandomStreams(SEED).stream(tries);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < tries; i++) {
      double c = Math.exp(random.nextDouble(-3, 3));
      int n = random.nextInt(2, 40);
      NoiseGrid own = NoiseGrid.angle(law, c, LOW, HIGH, n);
      NoiseGrid other = i % 2 == 0 ? scattered(random, n) : shaken(random, own);
      least = Math.min(least, error(sampler, c, other) / error(sampler, c, own));
    }
    String error = sampler == EULER_FLOW ? "KL" : "path E_D";
    String quantity =
        error
            + " of "
            + sampler.label()
            + ": least relative excess of "
            + tries
            + " other grids, scattered or shaken, over the "
            + law.label();
    return atLeast(quantity, least - 1, 0, absolute(1e-9, "rounding of small differences"));
  }

  /** What the law makes least for every N: the flow has no path KL. */
  private static double error(LinearSampler sampler, double c, NoiseGrid grid) {
    return sampler == EULER_FLOW ? kl(sampler, c, grid) : path(sampler, c, grid);
  }

  private static NoiseGrid scattered(RandomGenerator random, int n) {
    double[] sigmas = new double[n + 1];
    for (int k = 1; k < n; k++) {
      sigmas[k] = LOW * Math.pow(HIGH / LOW, random.nextDouble());
    }
    sigmas[n] = HIGH;
    sigmas[0] = LOW;
    return descending(sigmas);
  }

  /** Every inner level moved by up to a tenth of the way to its neighbours. */
  private static NoiseGrid shaken(RandomGenerator random, NoiseGrid grid) {
    double[] sigmas = grid.sigmas();
    for (int k = 1; k < grid.steps(); k++) {
      double towards = random.nextBoolean() ? grid.sigma(k - 1) : grid.sigma(k + 1);
      sigmas[k] += 0.1 * random.nextDouble() * (towards - sigmas[k]);
    }
    return descending(sigmas);
  }

  private static NoiseGrid descending(double[] sigmas) {
    double[] ascending = sigmas.clone();
    Arrays.sort(ascending);
    double[] levels = new double[ascending.length];
    Arrays.setAll(levels, k -> ascending[ascending.length - 1 - k]);
    return NoiseGrid.of(levels);
  }

  private static double pow4(double x) {
    return x * x * x * x;
  }
}
