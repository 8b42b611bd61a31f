package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.Tolerance.absolute;

import designspace.bound.CertifiedBound;
import designspace.bound.PathLedger;
import designspace.bound.Theorem2;
import designspace.data.Gaussian;
import designspace.data.Spread;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * How much a bound gives away at N = 100, by what it knows: its ratio to the exact path KL over the
 * Paper's two schedules and the five angle laws, on N(0, c²) at six scales c.
 */
public final class Tightness {
  private static final int STEPS = 100;
  private static final double[] SCALES = {0.05, 0.1, 0.5, 1, 5, 10};

  private Tightness() {}

  static List<Check> checks() {
    Tolerance asked = absolute(0, "the ratio that one would like");
    Tolerance cannot = absolute(0, "what d and m₂² alone cannot give");
    Tolerance ranking = absolute(0, "a ranking of medians");
    double plain = floored(0).getPercentile(50);
    return List.of(
        atMost(
            "median certified / path KL, N = 100, covariance known",
            floored(1).getPercentile(50),
            1.3,
            asked),
        atMost(
            "the same, a tenth of each variance known as floor",
            floored(0.1).getPercentile(50),
            1.3,
            asked),
        atLeast("the same, only d and m₂² known", plain, 1.3, cannot),
        atLeast("the printed form, constants 1", printed().getPercentile(50), plain, ranking));
  }

  /** Ratios of the certified bound that knows a share of the variance as its floor. */
  public static DescriptiveStatistics floored(double share) {
    return ratios(
        (data, design) ->
            new CertifiedBound(Spread.of(data).withFloor(share), design.noiseGrid())
                .report()
                .totalNats());
  }

  /** Ratios of the certified bound that knows the data to be log-concave, and no floor. */
  public static DescriptiveStatistics logConcave() {
    return ratios(
        (data, design) ->
            new CertifiedBound(Spread.of(data), design.noiseGrid()).logConcave().totalNats());
  }

  /** Ratios of thm-2 as printed, constants 1. */
  public static DescriptiveStatistics printed() {
    return ratios((data, design) -> new Theorem2(data, design).printed().totalNats());
  }

  /** The ratio of any bound to the exact path KL in all 42 cases. */
  public static DescriptiveStatistics ratios(BiFunction<Gaussian, Design, Double> bound) {
    DescriptiveStatistics ratios = new DescriptiveStatistics();
    for (double c : SCALES) {
      Gaussian data = Gaussian.isotropic(1, c);
      for (Design design : named(c)) {
        NoiseGrid grid = design.noiseGrid();
        double path =
            PathLedger.exactScore(LinearSampler.EXPONENTIAL_INTEGRATOR, data, grid).totalNats();
        ratios.addValue(bound.apply(data, design) / path);
      }
    }
    return ratios;
  }

  /** The Paper's two schedules and the five angle laws for scale c, σ̄ = t but for Song's. */
  private static List<Design> named(double c) {
    List<Design> designs = new ArrayList<>();
    designs.add(Design.edm(LOW, HIGH, 7, STEPS));
    designs.add(Design.song(LOW, HIGH, STEPS));
    for (AngleLaw law : AngleLaw.values()) {
      designs.add(Design.of(NoiseGrid.angle(law, c, LOW, HIGH, STEPS)));
    }
    return designs;
  }
}
