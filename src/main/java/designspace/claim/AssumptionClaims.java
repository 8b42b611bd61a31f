package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.relative;

import designspace.bound.Condition;
import designspace.bound.TrainingAssumptions;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.schedule.Design;
import designspace.training.DenoisingObjective;
import designspace.training.TotalWeighting;
import java.util.Arrays;
import java.util.List;

/** asm-1 and asm-2: where they are met, where not, and by how much. */
final class AssumptionClaims {
  private static final long SEED = 20240703;
  private static final TrainingAssumptions TWO = TrainingAssumptions.byDefault();
  private static final Tolerance INEQUALITY = absolute(0, "a margin above 1 is met");
  private static final Tolerance ROUNDING = relative(1e-12, "rounding");

  private AssumptionClaims() {}

  private static DenoisingObjective gaussian(int n, int levels, int d, double c) {
    Points clean = Gaussian.isotropic(d, c).sample(n, new RandomStreams(SEED));
    return DenoisingObjective.of(clean, TrainingCase.equalC(levels), SEED);
  }

  private static double margin(List<Condition> conditions, int part) {
    return conditions.get(part).margin();
  }

  static Claim assumption1(Budget budget) {
    int n = budget.size(1000, 20_000);
    List<Condition> wide = TWO.assumption1(gaussian(n, 100, 64, 1));
    List<Condition> flat = TWO.assumption1(gaussian(n, 100, 2, 1));
    List<Condition> small = TWO.assumption1(gaussian(n, 100, 64, 0.1));
    double least = wide.stream().mapToDouble(Condition::margin).min().orElse(0);
    String law = ", " + n + " points at 100 levels, κ = 2";
    return Claim.of(
            "asm-1",
            List.of(
                atLeast("least margin of the parts, N(0, I₆₄)" + law, least, 1, INEQUALITY),
                equal("spread of ‖x‖²/d, in units of √(2/d), N(0, I₆₄)", spread(n), 1, deviation()),
                atMost("margin of least ‖x‖/√d, N(0, I₂)" + law, margin(flat, 0), 1, INEQUALITY),
                equal(
                    "margin of d ≥ ln(nN), N(0, I₂), by its formula",
                    margin(flat, 2),
                    2 / Math.log(100.0 * n),
                    ROUNDING),
                atMost(
                    "margin of least ‖x‖/√d, N(0, 0.1² I₆₄)" + law,
                    margin(small, 0),
                    0.2,
                    absolute(0, "0.1 √d is a fifth of what κ = 2 asks"))))
        .withSeed(SEED);
  }

  private static Tolerance deviation() {
    return absolute(0.15, "5 standard errors: the spread of 1000 skew numbers is known to 3 %");
  }

  private static double spread(int n) {
    Points x = Gaussian.isotropic(64, 1).sample(n, new RandomStreams(SEED));
    double mean = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      double norm = Arrays.stream(x.row(i)).map(v -> v * v).sum() / 64;
      mean += norm / n;
      square += norm * norm / n;
    }
    return Math.sqrt(square - mean * mean) / Math.sqrt(2.0 / 64);
  }

  static Claim assumption2(Budget budget) {
    Design edm = Design.edm(0.002, 80, 7, 100);
    List<Condition> met = TWO.assumption2(TrainingCase.equalC(100));
    List<Condition> own = TWO.assumption2(TotalWeighting.edm(edm));
    double kappa = Math.sqrt(80 / 0.5);
    return Claim.of(
            "asm-2",
            List.of(
                atLeast(
                    "margin of σ̄ at t_N, σ̄ from 0.1 to 1, κ = 2", margin(met, 1), 1, INEQUALITY),
                atLeast("σ̄ at t₀, positive", met.get(0).measured(), 0.1, ROUNDING),
                equal("its max c/min c with β = 1/σ̄²", met.get(2).measured(), 1, ROUNDING),
                equal("margin of σ̄ at t_N, EDM's σ_max = 80", margin(own, 1), 2.0 / 80, ROUNDING),
                atLeast(
                    "max c/min c with EDM's weighting at its own 100 levels",
                    own.get(2).measured(),
                    1e6,
                    absolute(0, "the order of magnitude of its spread")),
                equal(
                    "ln of κ with which EDM's σ and σ_data meet asm-1 and asm-2 at one scale",
                    Math.log(leastKappa()),
                    Math.log(kappa),
                    absolute(1e-6, "½ ln(σ_max/σ_data), as bisected"))))
        .butFor("how the c_j must scale: the wording is not in the text that the kit works from");
  }

  /** Dividing data and noise by √(σ_data σ_max) is the best that a change of units can do. */
  private static double leastKappa() {
    double unit = Math.sqrt(0.5 * 80);
    double[] x = new double[64];
    Arrays.fill(x, 0.5 / unit);
    Design design = Design.edm(0.002 / unit, 80 / unit, 7, 10);
    TotalWeighting weighting = TotalWeighting.uniform(design);
    DenoisingObjective objective = DenoisingObjective.of(Points.of(x), weighting, SEED);
    double low = 1;
    double high = 100;
    while (high / low > 1 + 1e-9) {
      double middle = Math.sqrt(low * high);
      TrainingAssumptions within = new TrainingAssumptions(middle);
      boolean both =
          within.assumption1(objective).get(0).holds()
              && within.assumption2(weighting).get(1).holds();
      high = both ? middle : high;
      low = both ? low : middle;
    }
    return high;
  }
}
