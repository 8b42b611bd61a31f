package designspace.claim;

import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.printedDigits;

import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import designspace.schedule.VarianceSchedule;
import designspace.training.TotalWeighting;
import java.util.List;

/** tab-1, fig-1 and fig-2. */
final class DesignClaims {
  private static final double LOW = 0.002;
  private static final double HIGH = 80;
  private static final int STEPS = 18;

  private DesignClaims() {}

  static Claim schedules(Budget budget) {
    Tolerance rounding = absolute(1e-12, "rounding of powers and logarithms");
    Tolerance difference = absolute(1e-8, "central difference with step 1e−5 t");
    NoiseGrid edm = Design.edm(LOW, HIGH, 7, STEPS).noiseGrid();
    NoiseGrid song = Design.song(LOW, HIGH, STEPS).noiseGrid();
    return Claim.of(
        "tab-1",
        List.of(
            atMost(
                "EDM: largest relative deviation of σ^(1/7) from equal steps",
                worst(edm, NoiseGrid.polynomial(LOW, HIGH, 7, STEPS)),
                0,
                rounding),
            atMost(
                "Song: largest relative deviation of σ from a geometric sequence",
                worst(song, NoiseGrid.geometric(LOW, HIGH, STEPS)),
                0,
                rounding),
            equal(
                "EDM: σ_t²/t from ½ d(σ̄_t²)/dt",
                rate(VarianceSchedule.linear(), 3) / 3,
                1,
                difference),
            equal(
                "Song: σ_t² from ½ d(σ̄_t²)/dt",
                rate(VarianceSchedule.sqrt(), 3),
                0.5,
                difference)));
  }

  private static double worst(NoiseGrid grid, NoiseGrid expected) {
    double worst = 0;
    for (int k = 0; k <= grid.steps(); k++) {
      worst = Math.max(worst, Math.abs(grid.sigma(k) / expected.sigma(k) - 1));
    }
    return worst;
  }

  private static double rate(VarianceSchedule schedule, double t) {
    double h = 1e-5 * t;
    double after = schedule.sigmaBar(t + h);
    double before = schedule.sigmaBar(t - h);
    return 0.5 * (after - before) * (after + before) / (2 * h);
  }

  static Claim bell(Budget budget) {
    TotalWeighting edm = TotalWeighting.edm();
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
                new TotalWeighting(-1.2, 1.45, 0.5).peaks().size(),
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
                "statements that the map's notebooks settle, each in exactly one",
                placed,
                Statement.all().size(),
                whole)));
  }
}
