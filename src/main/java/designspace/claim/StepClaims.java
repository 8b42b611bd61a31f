package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.relative;

import designspace.bound.Lemma9;
import designspace.bound.PathLedger;
import designspace.bound.Term.Part;
import designspace.bound.Theorem2;
import designspace.core.Estimate;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.metric.GaussianDistance;
import designspace.sampling.LinearSampler;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import java.util.List;
import java.util.random.RandomGenerator;

/** lem-9 with E2, lem-10 and asm-3: what a step and the start cost. */
final class StepClaims {
  private static final long SEED = 20240622;
  private static final Tolerance ROUNDING = relative(1e-12, "rounding");

  private StepClaims() {}

  /** One step from σ 1 to 0.8 whose drift is off by Δ = 1.5. */
  private static final NoiseGrid STEP = NoiseGrid.of(1, 0.8);

  private static final double DELTA = 1.5;

  /** KL between the step's laws with the right and the wrong drift. */
  private static double stepKl() {
    double noise = Math.sqrt(STEP.deltaTau(0));
    Gaussian right = Gaussian.isotropic(new double[] {0.3}, noise);
    Gaussian wrong = Gaussian.isotropic(new double[] {0.3 + STEP.deltaTau(0) * DELTA}, noise);
    return GaussianDistance.klNats(right, wrong);
  }

  static Claim lemma9(Budget budget) {
    double exact = stepKl();
    double square = DELTA * DELTA;
    return Claim.corrected(
        "lem-9",
        atLeast(
            "printed bound ½∫σ_t²‖Δ‖²dt on that step / KL",
            Lemma9.printed(STEP, 0, square) / exact,
            1,
            absolute(0, "an upper bound")),
        List.of(
            equal(
                "∫σ_t²‖Δ‖²dt / KL of a step whose drift is off by Δ",
                Lemma9.corrected(STEP, 0, square) / exact,
                1,
                ROUNDING)));
  }

  /** The same by simulation: the mean log-likelihood ratio of steps drawn with the right drift. */
  static Claim erratum2(Budget budget) {
    int n = budget.size(100_000, 2_000_000);
    RandomGenerator random = new RandomStreams(SEED).stream(0);
    double deltaTau = STEP.deltaTau(0);
    double[] ratio = new double[n];
    for (int i = 0; i < n; i++) {
      double noise = Math.sqrt(deltaTau) * random.nextGaussian();
      double off = noise - deltaTau * DELTA;
      ratio[i] = (off * off - noise * noise) / (2 * deltaTau);
    }
    Estimate kl = Estimate.mean(ratio);
    double corrected = Lemma9.corrected(STEP, 0, DELTA * DELTA);
    double printed = Lemma9.printed(STEP, 0, DELTA * DELTA);
    String quantity = "KL of one step from " + n + " draws against the constant ";
    Tolerance chance = absolute(0, "4 standard errors: exceeded once in 16 000 runs");
    return Claim.of(
            "E2",
            List.of(
                atMost(
                    quantity + "1, in standard errors",
                    Math.abs(kl.value() - corrected) / kl.error(),
                    4,
                    chance),
                atLeast(
                    quantity + "½, in standard errors",
                    Math.abs(kl.value() - printed) / kl.error(),
                    10,
                    chance)))
        .withSeed(SEED);
  }

  static Claim lemma10(Budget budget) {
    int tries = budget.size(2000, 50_000);
    double worst = 0;
    for (RandomCase c : RandomCase.list(tries, SEED)) {
      worst = Math.max(worst, c.path().nats("initialization") / startBound(c));
    }
    RandomGenerator random = new RandomStreams(SEED).stream(1);
    double ofMixtures = 0;
    for (int i = 0; i < tries / 20; i++) {
      GaussianMixture data = RandomCase.mixture(random);
      double sigma = Math.exp(random.nextDouble(-1, 3));
      NoiseGrid grid = NoiseGrid.of(sigma, sigma / 2);
      double kl = PathLedger.exactScore(data, grid).nats("initialization");
      ofMixtures = Math.max(ofMixtures, kl / (0.5 * data.secondMoment() / grid.tau(0)));
    }
    Gaussian far = Gaussian.isotropic(new double[] {3}, 0.01);
    NoiseGrid grid = NoiseGrid.of(80, 1);
    double sharp =
        PathLedger.exactScore(LinearSampler.EXPONENTIAL_INTEGRATOR, far, grid)
                .nats("initialization")
            / (0.5 * far.secondMoment() / grid.tau(0));
    Tolerance bound = absolute(1e-9, "rounding of small differences");
    return Claim.of(
            "lem-10",
            List.of(
                atMost(
                    "largest KL(p_T|N(0,σ_T²I)) / (m₂²/2σ_T²), " + tries + " Gaussians",
                    worst,
                    1,
                    bound),
                atMost("the same, " + tries / 20 + " mixtures", ofMixtures, 1, bound),
                atLeast("the same, N(3, 0.01²), σ_T = 80: it is sharp", sharp, 0.999, bound)))
        .withSeed(SEED);
  }

  private static double startBound(RandomCase c) {
    return 0.5 * c.data().secondMoment() / c.design().noiseGrid().tau(0);
  }

  /**
   * Scales 2^k, k &lt; K, with weights ∝ 4^{−k}: each adds the same to m₂². With more scales the
   * law tends to one without a second moment, and KL(p_T|N(0,σ_T²)) grows without limit.
   */
  static Claim assumption3(Budget budget) {
    int most = budget.size(14, 17);
    // Each scale adds 3/4 to m₂² (weights 3/4 · 4^{−k}), hence 3/8τ₀ to the bound.
    double increment = (startOfScales(most) - startOfScales(most - 1)) / (0.375 / 100);
    Design design = Design.song(0.1, 10, 20);
    GaussianMixture tailed = scales(10);
    double path = PathLedger.exactScore(tailed, design.noiseGrid()).totalNats();
    double certified = new Theorem2(tailed, design).certified().totalNats();
    return Claim.of(
        "asm-3",
        List.of(
            equal(
                "growth of KL(p_T|N(0,10²)) by the scale 2^"
                    + (most - 1)
                    + ", in units of its share of m₂²/2σ_T²",
                increment,
                1,
                absolute(1e-3, "the entropy of the scale's mixing, of order k4^{−k}")),
            atLeast(
                "certified bound / path KL with 10 scales: m₂² suffices",
                certified / path,
                1,
                absolute(0, "an upper bound"))));
  }

  private static GaussianMixture scales(int count) {
    double[] weights = new double[count];
    Gaussian[] bumps = new Gaussian[count];
    for (int k = 0; k < count; k++) {
      weights[k] = Math.pow(4, -k);
      bumps[k] = Gaussian.isotropic(1, Math.pow(2, k));
    }
    return GaussianMixture.of(weights, bumps);
  }

  private static double startOfScales(int count) {
    return PathLedger.exactScore(scales(count), NoiseGrid.of(10, 9)).nats(Part.INITIALIZATION);
  }
}
