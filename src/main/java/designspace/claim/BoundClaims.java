package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.printedDigits;

import designspace.bound.BoundReport;
import designspace.bound.CertifiedBound;
import designspace.bound.PathLedger;
import designspace.bound.Term.Part;
import designspace.bound.Theorem2;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.data.Spread;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import designspace.schedule.TimeGrid;
import designspace.schedule.VarianceSchedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** thm-2, E7 and B2: the bound against the truth it bounds. */
public final class BoundClaims {
  private static final long SEED = 20240623;
  private static final Tolerance EXACT = absolute(1e-9, "rounding of small differences");

  /** E7's example: N(10, 0.5²), σ̄ = t on 0.15 … 20. */
  private static final Gaussian FAR = Gaussian.isotropic(new double[] {10}, 0.5);

  private static final Design CONVEX =
      new Design(VarianceSchedule.linear(), TimeGrid.of(0.15, 0.2, 0.3, 0.5, 1, 20));

  private BoundClaims() {}

  static Claim theorem2(Budget budget) {
    int tries = budget.size(10_000, 200_000);
    double least = Double.POSITIVE_INFINITY;
    for (RandomCase c : RandomCase.list(tries, SEED)) {
      double corrected = c.theorem2().corrected().totalNats();
      least = Math.min(least, corrected / c.path().totalNats());
    }
    Theorem2 example = new Theorem2(FAR, CONVEX);
    double path = path(FAR, CONVEX.noiseGrid()).totalNats();
    return Claim.corrected(
            "thm-2",
            atLeast(
                "printed bound, constants 1, less path KL on E7's example, nats",
                example.printed().totalNats() - path,
                0,
                EXACT),
            List.of(
                atLeast(
                    "least corrected bound / path KL, constants 1, " + tries + " random cases",
                    least,
                    1,
                    EXACT),
                atLeast(
                    "corrected bound less path KL on E7's example, nats",
                    example.corrected().totalNats() - path,
                    0,
                    EXACT)))
        .withSeed(SEED);
  }

  static Claim erratum7(Budget budget) {
    Theorem2 example = new Theorem2(FAR, CONVEX);
    Theorem2 geometric = new Theorem2(FAR, Design.song(0.15, 20, 5));
    return Claim.of(
        "E7",
        List.of(
            equal(
                "printed E_D, N(10, 0.5²), σ̄ = 20, 1, .5, .3, .2, .15, nats",
                example.printed().nats(Part.DISCRETIZATION),
                -26.4,
                printedDigits(-26.4, 3)),
            atLeast(
                "exact path E_D there, nats",
                path(FAR, CONVEX.noiseGrid()).nats(Part.DISCRETIZATION),
                0,
                EXACT),
            atLeast(
                "E_D there with the positive part, nats",
                example.corrected().nats(Part.DISCRETIZATION)
                    - path(FAR, CONVEX.noiseGrid()).nats(Part.DISCRETIZATION),
                0,
                EXACT),
            equal(
                "the curvature term on a geometric grid, nats",
                geometric.printed().nats("E_D curvature"),
                0,
                absolute(1e-11, "rounding of 1/τ ≤ 45, times m₂²+d"))));
  }

  static Claim certified(Budget budget) {
    int tries = budget.size(10_000, 200_000);
    double least = Double.POSITIVE_INFINITY;
    double marginal = Double.POSITIVE_INFINITY;
    double identity = 0;
    double concave = Double.POSITIVE_INFINITY;
    for (RandomCase c : RandomCase.list(tries, SEED)) {
      double path = c.path().totalNats();
      least = Math.min(least, c.theorem2().certified().totalNats() / path);
      marginal = Math.min(marginal, path / c.marginalNats());
      CertifiedBound known = new CertifiedBound(Spread.of(c.data()), c.design().noiseGrid());
      identity = Math.max(identity, Math.abs(known.report().totalNats() / path - 1));
      concave = Math.min(concave, known.logConcave().totalNats() / path);
    }
    String cases = ", " + tries + " random cases";
    List<Check> checks = new ArrayList<>();
    checks.add(atLeast("least certified bound / path KL" + cases, least, 1, EXACT));
    checks.add(atLeast("least path KL / marginal KL" + cases, marginal, 1, EXACT));
    checks.add(
        atLeast(
            "the growth alone / path KL (Gaussians are log-concave)" + cases, concave, 1, EXACT));
    checks.add(atMost("known covariance: |certified / path KL − 1|" + cases, identity, 0, EXACT));
    checks.add(mixtures(budget.size(300, 3000)));
    checks.addAll(tightness());
    return Claim.of("B2", checks).withSeed(SEED);
  }

  private static Check mixtures(int tries) {
    RandomGenerator random = new RandomStreams(SEED).stream(-1);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < tries; i++) {
      GaussianMixture data = RandomCase.mixture(random);
      Design design = RandomCase.design(random);
      double path = PathLedger.exactScore(data, design.noiseGrid()).totalNats();
      double floored = new CertifiedBound(Spread.of(data), design.noiseGrid()).report().totalNats();
      double plain = new Theorem2(data, design).certified().totalNats();
      least = Math.min(least, Math.min(floored, plain) / path);
    }
    String quantity = "least certified bound / path KL, with and without floor, ";
    Tolerance entropies = absolute(1e-8, "path KL is a difference of entropies of order 1");
    return atLeast(quantity + tries + " mixtures on the line", least, 1, entropies);
  }

  /** The ratio at N = 100 over named schedules and data scales, by what the bound knows. */
  private static List<Check> tightness() {
    Tolerance asked = absolute(0, "the ratio that one would like");
    Tolerance ranking = absolute(0, "what d and m₂² alone cannot give");
    return List.of(
        atMost("median certified / path KL, N = 100, covariance known", ratio(1), 1.3, asked),
        atMost("the same, half of each variance known as floor", ratio(0.5), 1.3, asked),
        atLeast("the same, only d and m₂² known", ratio(0), 1.3, ranking),
        atLeast("the printed form, constants 1", printedRatio(), ratio(0), ranking));
  }

  /** Median over schedules and c of certified / path KL on N(0, c²), a share of c² as its floor. */
  static double ratio(double share) {
    double[] ratios = new double[0];
    for (double c : new double[] {0.05, 0.1, 0.5, 1, 5, 10}) {
      Gaussian data = Gaussian.isotropic(1, c);
      for (Design design : named(c)) {
        NoiseGrid grid = design.noiseGrid();
        CertifiedBound bound = new CertifiedBound(Spread.of(data).withFloor(share), grid);
        ratios = append(ratios, bound.report().totalNats() / path(data, grid).totalNats());
      }
    }
    return median(ratios);
  }

  private static double printedRatio() {
    double[] ratios = new double[0];
    for (double c : new double[] {0.05, 0.1, 0.5, 1, 5, 10}) {
      Gaussian data = Gaussian.isotropic(1, c);
      for (Design design : named(c)) {
        double printed = new Theorem2(data, design).printed().totalNats();
        ratios = append(ratios, printed / path(data, design.noiseGrid()).totalNats());
      }
    }
    return median(ratios);
  }

  /** The Paper's two schedules and the five angle laws, σ̄ = t but for Song's, N = 100. */
  public static List<Design> named(double c) {
    List<Design> designs = new ArrayList<>();
    designs.add(Design.edm(LOW, HIGH, 7, 100));
    designs.add(Design.song(LOW, HIGH, 100));
    for (AngleLaw law : AngleLaw.values()) {
      designs.add(Design.of(NoiseGrid.angle(law, c, LOW, HIGH, 100)));
    }
    return designs;
  }

  private static BoundReport path(Gaussian data, NoiseGrid grid) {
    return PathLedger.exactScore(LinearSampler.EXPONENTIAL_INTEGRATOR, data, grid);
  }

  private static double[] append(double[] values, double value) {
    double[] more = Arrays.copyOf(values, values.length + 1);
    more[values.length] = value;
    return more;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
  }
}
