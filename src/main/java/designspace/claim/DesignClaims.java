package designspace.claim;

import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.printedDigits;

import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import designspace.schedule.VarianceSchedule;
import designspace.training.EdmBell;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** tab-1, fig-1 and fig-2. */
final class DesignClaims {
  private static final double LOW = 0.002;
  private static final double HIGH = 80;
  private static final int STEPS = 18;

  private DesignClaims() {}

  static Claim schedules(Budget budget) {
    Tolerance rounding = absolute(1e-12, "rounding of powers and logarithms");
    Tolerance difference = absolute(1e-9, "rounding of a central difference with step 1e−5 t");
    NoiseGrid edm = Design.edm(LOW, HIGH, 7, STEPS).noiseGrid();
    NoiseGrid song = Design.song(LOW, HIGH, STEPS).noiseGrid();
    return Claim.of(
        "tab-1",
        List.of(
            atMost(
                "EDM: largest second difference of σ^(1/7) along the noise grid",
                bend(edm, sigma -> Math.pow(sigma, 1 / 7.0)),
                0,
                rounding),
            atMost(
                "Song: largest second difference of ln σ along the noise grid",
                bend(song, Math::log),
                0,
                rounding),
            atMost(
                "EDM: largest |σ_t² − ½ d(σ̄_t²)/dt| / σ_t²",
                rateError(VarianceSchedule.linear()),
                0,
                difference),
            atMost(
                "Song: largest |σ_t² − ½ d(σ̄_t²)/dt| / σ_t²",
                rateError(VarianceSchedule.sqrt()),
                0,
                difference),
            equal("EDM: σ_t² at t = 3", VarianceSchedule.linear().rate(3), 3, rounding),
            equal("Song: σ_t² at t = 3", VarianceSchedule.sqrt().rate(3), 0.5, rounding)));
  }

  /** Zero on a grid that is uniform in {@code f}, apart from its rounding. */
  private static double bend(NoiseGrid grid, DoubleUnaryOperator f) {
    double worst = 0;
    for (int k = 1; k < grid.steps(); k++) {
      double neighbours = f.applyAsDouble(grid.sigma(k - 1)) + f.applyAsDouble(grid.sigma(k + 1));
      worst = Math.max(worst, Math.abs(neighbours - 2 * f.applyAsDouble(grid.sigma(k))));
    }
    return worst;
  }

  private static double rateError(VarianceSchedule schedule) {
    double worst = 0;
    for (double t = 0.01; t < 100; t *= 1.5) {
      double h = 1e-5 * t;
      double after = schedule.sigmaBar(t + h);
      double before = schedule.sigmaBar(t - h);
      double slope = 0.5 * (after - before) * (after + before) / (2 * h);
      worst = Math.max(worst, Math.abs(slope / schedule.rate(t) - 1));
    }
    return worst;
  }

  static Claim bell(Budget budget) {
    EdmBell edm = EdmBell.edm();
    Tolerance whole = absolute(0, "a count");
    return Claim.of(
        "fig-2",
        List.of(
            equal("σ at the peak of β_EDM", edm.peaks().get(0), 0.0762, printedDigits(0.0762, 3)),
            equal("number of peaks at the defaults", edm.peaks().size(), 1, whole),
            equal(
                "P_std above which β_EDM has two peaks",
                edm.bimodalPStd(),
                1.401,
                printedDigits(1.401, 4)),
            equal(
                "number of peaks at P_std = 1.45",
                new EdmBell(-1.2, 1.45, 0.5).peaks().size(),
                2,
                whole)));
  }

  static Claim map(Budget budget) {
    Tolerance whole = absolute(0, "a count");
    int placed = 0;
    for (Chapter chapter : Chapter.values()) {
      placed += chapter.statements().size();
    }
    return Claim.of(
        "fig-1",
        List.of(
            equal(
                "statements that have a notebook on the map",
                placed,
                Statement.all().size(),
                whole)));
  }
}
