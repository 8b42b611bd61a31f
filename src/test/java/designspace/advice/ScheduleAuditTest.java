package designspace.advice;

import static designspace.advice.AuditChange.Kind.ADD_LEVEL;
import static designspace.advice.AuditChange.Kind.DELETE_REPEATED;
import static designspace.advice.AuditChange.Kind.DROP_LEVEL;
import static designspace.advice.AuditChange.Kind.FILL_IN;
import static designspace.advice.AuditChange.Kind.KEEP_INNER;
import static designspace.advice.AuditChange.Kind.MOVE_END;
import static designspace.advice.AuditChange.Kind.MOVE_START;
import static designspace.advice.AuditChange.Kind.PLACE_ANEW;
import static designspace.advice.AuditChange.Kind.SORT;
import static designspace.advice.AuditChange.Kind.THIN_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.bound.PathLedger;
import designspace.core.Points;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.sampling.EulerFlow;
import designspace.sampling.HeunFlow;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import designspace.score.NoiseProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScheduleAuditTest {
  private static final double ROUNDING = 1e-9;

  /** The ledger's quadrature, of a whole E_D. */
  private static final double QUADRATURE = 1e-7;

  private static final KnownLaw HALF = KnownLaw.isotropic(1, 0.5);

  @Property(seed = "61", tries = 30)
  void sharesAndStepsAddUp(@ForAll Random random) {
    double[] levels = random.doubles(2 + random.nextInt(12), -6, 4).map(Math::exp).toArray();
    ScheduleAudit audit = ScheduleAudit.of(PastedLevels.of(levels), HALF);
    assertThat(Arrays.stream(audit.shares()).sum()).isCloseTo(1, within(ROUNDING));
    assertThat(audit.decades().stream().mapToDouble(ScheduleAudit.Decade::steps).sum())
        .isCloseTo(levels.length - 1, within(ROUNDING));
    assertThat(audit.decades().stream().mapToDouble(ScheduleAudit.Decade::share).sum())
        .isCloseTo(1, within(ROUNDING));
    assertThat(audit.excess()).isGreaterThan(-1e-4); // as far as 2000 candidates go
    assertThat(audit.changes()).isNotEmpty();
  }

  /** A split saves what the ledger of the grid with that level says, and removal undoes it. */
  @Property(seed = "62", tries = 30)
  void editsAreDifferencesOfLedgers(@ForAll Random random) {
    double[] levels = random.doubles(6, -6, 4).map(Math::exp).sorted().toArray();
    NoiseGrid grid = PastedLevels.of(levels).grid();
    GridEdit edit = new GridEdit(grid, HALF);
    double level = edit.split(3);
    NoiseGrid more = PastedLevels.of(joined(levels, level)).grid();
    double saved = HALF.discretization(grid) - HALF.discretization(more);
    assertThat(edit.saved(3, level)).isCloseTo(saved, within(QUADRATURE));
    assertThat(new GridEdit(more, HALF).worth(4)).isCloseTo(saved, within(QUADRATURE));
    assertThat(edit.saved(3, Math.sqrt(grid.sigma(3) * grid.sigma(4))))
        .isLessThanOrEqualTo(edit.saved(3, level));
  }

  private static double[] joined(double[] levels, double level) {
    double[] more = Arrays.copyOf(levels, levels.length + 1);
    more[levels.length] = level;
    return more;
  }

  @Test
  void theErrorIsTheExactLedgers() {
    NoiseGrid grid = NoiseGrid.polynomial(0.002, 80, 7, 18);
    ScheduleAudit audit = ScheduleAudit.of(grid, HALF);
    double exact =
        PathLedger.exactScore(
                LinearSampler.EXPONENTIAL_INTEGRATOR, Gaussian.isotropic(1, 0.5), grid)
            .nats("discretization");
    assertThat(audit.errorNats()).isCloseTo(exact, within(QUADRATURE));
    assertThat(audit.errorNats()).isCloseTo(1.536, within(5e-4)); // THEORY.md §4
    assertThat(audit.bestNats()).isCloseTo(1.196, within(6e-4));
    assertThat(audit.stepsThatWouldDo()).isBetween(12, 16);
  }

  @Test
  void theBestGridIsLeftAlone() {
    NoiseGrid law = NoiseGrid.angle(AngleLaw.LOG, 0.5, 0.002, 1.5, 18);
    List<AuditChange> advice = ScheduleAudit.of(law, HALF).advice();
    assertThat(advice).extracting(AuditChange::kind).containsExactly(KEEP_INNER, ADD_LEVEL);
    assertThat(advice.get(0).sentence()).contains("Nothing to gain", "moving the inner levels");
  }

  /** One step more saves what the split of the best step saves; one step has no inner levels. */
  @Test
  void saysWhatOneMoreStepSaves() {
    ScheduleAudit audit = ScheduleAudit.of("80, 0.002", HALF);
    assertThat(kinds(audit)).doesNotContain(PLACE_ANEW, DROP_LEVEL);
    AuditChange more = find(audit, ADD_LEVEL);
    NoiseGrid two = NoiseGrid.of(80, more.high(), 0.002);
    double saved = audit.errorNats() - HALF.discretization(two);
    assertThat(more.nats()).isCloseTo(saved, within(QUADRATURE));
    double best = audit.errorNats() - HALF.discretization(HALF.best(0.002, 80, 2));
    assertThat(more.nats() / best).isCloseTo(1, within(1e-3)); // 400 and 2000 candidates
    assertThat(audit.changes()).noneMatch(line -> line.contains("Nothing to gain"));
  }

  /** mmse = cτ/(c+τ) at variance c = ¼: at σ = 1, 80 % of the variance, at 0.05, 1 %. */
  @Test
  void saysWhatTheLastStepDecides() {
    ScheduleAudit audit = ScheduleAudit.of("80, 20, 1, 0", HALF);
    assertThat(audit.leftAtEnd()).isCloseTo(0.8, within(ROUNDING));
    AuditChange end = find(audit, MOVE_END);
    assertThat(end.high()).isEqualTo(1);
    assertThat(end.low()).isCloseTo(0.05, within(ROUNDING));
    assertThat(end.sentence()).contains("1 → 0", "80 %", "end at 0.05 or below");
    ScheduleAudit after = ScheduleAudit.of("80, 20, 1, 0.05, 0", HALF);
    assertThat(after.leftAtEnd()).isBetween(0.009, 0.01);
    assertThat(find(after, MOVE_END).sentence()).doesNotContain("end at");
    ScheduleAudit noisy = ScheduleAudit.of("80, 20, 1", HALF);
    assertThat(noisy.leftAtEnd()).isCloseTo(4, within(1e-8));
    assertThat(find(noisy, MOVE_END).sentence()).contains("noise of 400 % of E‖x‖² is left");
    assertThat(kinds(ScheduleAudit.of("80, 20, 0.05", HALF))).doesNotContain(MOVE_END);
  }

  /** ½[c/τ − ln(1+c/τ)] at c = ¼, τ = 10⁻⁶. */
  @Test
  void saysWhatTheStartCosts() {
    ScheduleAudit audit = ScheduleAudit.of("1e-3, 1e-4, 1e-5", HALF);
    double exact = 0.5 * (0.25e6 - Math.log1p(0.25e6));
    assertThat(audit.startNats() / exact).isCloseTo(1, within(ROUNDING));
    AuditChange start = find(audit, MOVE_START);
    assertThat(start.low()).isEqualTo(1e-3);
    assertThat(HALF.start().applyAsDouble(start.high())).isLessThan(0.02);
    assertThat(start.nats()).isBetween(0.9999 * exact, exact);
    assertThat(audit.toString()).contains("start: 125000 nats", "Start at");
    ScheduleAudit high = ScheduleAudit.of(NoiseGrid.polynomial(0.002, 80, 7, 18), HALF);
    AuditChange lower = find(high, MOVE_START);
    NoiseGrid best = HALF.best(0.002, lower.low(), 18);
    double then = HALF.start().applyAsDouble(lower.low()) + HALF.discretization(best);
    assertThat(lower.nats()).isCloseTo(high.startNats() + high.bestNats() - then, within(ROUNDING));
    Advice advice = DesignAdvisor.spectrum(new double[] {1, 0.1}, 1.1).steps(18);
    assertThat(kinds(advice.audit())).doesNotContain(MOVE_START, MOVE_END); // they agree
  }

  /** What moving levels saves is no more than all of them placed anew, and its sentences say so. */
  @Test
  void theTypedFormIsThatOfTheSentences() {
    ScheduleAudit audit = ScheduleAudit.of("0.1 0.02 1 1 10 40 0.05", HALF);
    assertThat(kinds(audit))
        .contains(SORT, DELETE_REPEATED, ADD_LEVEL, THIN_OUT, FILL_IN, DROP_LEVEL, PLACE_ANEW);
    assertThat(audit.changes())
        .isEqualTo(audit.advice().stream().map(AuditChange::sentence).toList());
    assertThat(find(audit, DELETE_REPEATED).high()).isEqualTo(1);
    assertThat(find(audit, DROP_LEVEL).nats()).isNegative();
    assertThat(find(audit, FILL_IN).nats()).isPositive();
    assertThat(find(audit, PLACE_ANEW).nats())
        .isCloseTo(audit.errorNats() - audit.bestNats(), within(ROUNDING));
  }

  /** A law known between two levels alone is judged as far as that goes. */
  @Test
  void aSplinedLawHasAnEndAndAStart() {
    Gaussian quarter = Gaussian.isotropic(1, 0.5);
    double[] levels = NoiseProfile.levels(0.01, 4, 40);
    KnownLaw law =
        KnownLaw.of(
            "splined",
            GaussianMixture.of(new double[] {1}, Points.of(new double[] {0}), 0.5),
            quarter.information(),
            levels);
    ScheduleAudit audit = ScheduleAudit.of("4, 0.5, 0", law);
    assertThat(audit.leftAtEnd()).isCloseTo(0.5, within(0.05)); // from 2000 points
    assertThat(audit.changes()).anyMatch(line -> line.contains("end at"));
    assertThat(law.fisher().applyAsDouble(40)).isCloseTo(1 / 1600.25, within(ROUNDING));
  }

  private static List<AuditChange.Kind> kinds(ScheduleAudit audit) {
    return audit.advice().stream().map(AuditChange::kind).toList();
  }

  private static AuditChange find(ScheduleAudit audit, AuditChange.Kind kind) {
    return audit.advice().stream()
        .filter(change -> change.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new AssertionError(kind + " in " + audit.advice()));
  }

  @Test
  void countsEvaluationsOfThePastedList() {
    ScheduleAudit audit = ScheduleAudit.of("80.0, 2e1, 5, 1, 1, .2, 0.", HALF);
    assertThat(audit.evaluations(new EulerFlow())).isEqualTo(6);
    assertThat(audit.evaluations(new HeunFlow())).isEqualTo(11);
    assertThat(audit.toString()).contains("5 → 1", "repeated: 1", "0.2 → 0");
    assertThat(ScheduleAudit.of("0.1 10 1", HALF).changes().get(0)).contains("in no order");
  }
}
