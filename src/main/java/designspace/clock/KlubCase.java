package designspace.clock;

import designspace.bound.GridError;
import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * AYS's KLUB made least on N(0, c²) from EDM's grid, against the two laws it is quoted with. Their
 * theorem 3.1 is of another error: the tangent law arctan(σ/c) makes the marginal KL of Euler steps
 * on the probability flow least. Their KLUB's optimum satisfies, by their eq. 31, 1+c²/σ_k² =
 * √((1+c²/σ_{k−1}²)(1+c²/σ_{k+1}²)): the law uniform in ln(1+c²/σ²).
 *
 * @param c the data's standard deviation
 * @param steps N
 * @param fromLogSnr largest |ln σ_k/σ_k′| of the descent's grid from the log-snr law's: what is
 *     left of the descent, below 1e−5, and of rounding
 * @param fromTangent the same from the tangent law's
 * @param excess what each law costs in the other's error
 */
public record KlubCase(double c, int steps, double fromLogSnr, double fromTangent, Excess excess) {
  private static final double LOW = 0.002;
  private static final double HIGH = 80;

  /**
   * Ratios, at least 1 where a law is the optimum.
   *
   * @param klubOfTangent KLUB on the tangent law / on the log-snr law
   * @param flowOfLogSnr marginal KL of the Euler flow on the log-snr law / on the tangent law
   */
  public record Excess(double klubOfTangent, double flowOfLogSnr) {}

  /** c = 0.1, 0.5, 1 (AYS's figure 3) and 5; N = 5, 10, 20, 40; σ from 80 to 0.002. */
  public static List<KlubCase> table() {
    List<KlubCase> table = new ArrayList<>();
    for (double c : new double[] {0.1, 0.5, 1, 5}) {
      for (int n : new int[] {5, 10, 20, 40}) {
        table.add(of(c, n));
      }
    }
    return table;
  }

  /** One case. */
  public static KlubCase of(double c, int steps) {
    Gaussian data = Gaussian.isotropic(1, c);
    Klub klub = Klub.of(data);
    NoiseGrid logSnr = NoiseGrid.angle(AngleLaw.LOG_SNR, c, LOW, HIGH, steps);
    NoiseGrid tangent = NoiseGrid.angle(AngleLaw.ARCTANGENT, c, LOW, HIGH, steps);
    NoiseGrid found = AlignYourSteps.descend(klub, NoiseGrid.polynomial(LOW, HIGH, 7, steps));
    GridError flow = GridError.marginalKl(LinearSampler.EULER_FLOW, data);
    return new KlubCase(
        c,
        steps,
        farthest(found, logSnr),
        farthest(found, tangent),
        new Excess(klub.at(tangent) / klub.at(logSnr), flow.at(logSnr) / flow.at(tangent)));
  }

  private static double farthest(NoiseGrid a, NoiseGrid b) {
    double farthest = 0;
    for (int k = 1; k < a.steps(); k++) {
      farthest = Math.max(farthest, Math.abs(Math.log(a.sigma(k) / b.sigma(k))));
    }
    return farthest;
  }
}
