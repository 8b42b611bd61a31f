package designspace.clock;

import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * The clocks side by side over EDM's range of noise: where they put their steps and what it costs.
 */
public final class ClockTable {
  /** EDM's σ_min. */
  public static final double LOW = 0.002;

  /** EDM's σ_max. */
  public static final double HIGH = 80;

  private ClockTable() {}

  /**
   * A clock's steps in one decade.
   *
   * @param clock its label
   * @param low the decade's lower end in σ; the range may begin above it
   * @param share of all its steps
   */
  public record DecadeShare(String clock, double low, double share) {}

  /** Gaussian data of an anisotropic spectrum: λ_j = j⁻², j = 1 … 8. */
  public static Gaussian anisotropic() {
    double[][] covariance = new double[8][8];
    for (int j = 0; j < 8; j++) {
      covariance[j][j] = Math.pow(j + 1, -2);
    }
    return Gaussian.of(new double[8], covariance);
  }

  /**
   * What can be compared on Gaussian data: the five angle laws at c, the clocks of the law, the
   * marginal clocks of its spectrum, EDM's and the exponential grid.
   *
   * @param c of the angle laws; for a spectrum one may take the root of its mean
   */
  public static List<NoiseClock> clocks(Gaussian data, double c) {
    List<NoiseClock> clocks = new ArrayList<>();
    for (AngleLaw law : AngleLaw.values()) {
      clocks.add(new AngleClock(law, c));
    }
    clocks.addAll(new DataClocks(NoiseRates.of(data)).all());
    for (LinearSampler sampler : LinearSampler.values()) {
      if (sampler != LinearSampler.HEUN_FLOW) {
        clocks.add(MarginalClock.of(sampler, data, LOW, HIGH));
      }
    }
    clocks.add(DensityClock.polynomial(7));
    clocks.add(DensityClock.exponential());
    return clocks;
  }

  /** All those clocks at each N on N(0, 0.5²); clocks that coincide there are all shown. */
  public static List<ClockErrors> isotropicErrors() {
    return errors(Gaussian.isotropic(1, 0.5), 0.5, 10, 40, 100);
  }

  /** The same on {@link #anisotropic()}, the angle laws at its root mean square. */
  public static List<ClockErrors> anisotropicErrors() {
    Gaussian data = anisotropic();
    return errors(data, Math.sqrt(data.secondMoment() / data.dimension()), 10, 40, 100);
  }

  private static List<ClockErrors> errors(Gaussian data, double c, int... steps) {
    List<ClockErrors> errors = new ArrayList<>();
    for (NoiseClock clock : clocks(data, c)) {
      for (int n : steps) {
        errors.add(ClockErrors.of(clock, data, LOW, HIGH, n));
      }
    }
    return errors;
  }

  /** Where the clocks put 100 steps on N(0, 0.5²), by decades of σ. */
  public static List<DecadeShare> shares() {
    List<DecadeShare> shares = new ArrayList<>();
    for (NoiseClock clock : clocks(Gaussian.isotropic(1, 0.5), 0.5)) {
      NoiseGrid grid = clock.grid(LOW, HIGH, 100);
      double[] decades = grid.decades();
      for (int i = 0; i + 1 < decades.length; i++) {
        double steps = grid.stepsBetween(decades[i], decades[i + 1]);
        shares.add(new DecadeShare(clock.label(), decades[i], steps / grid.steps()));
      }
    }
    return shares;
  }
}
