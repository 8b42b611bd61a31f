package designspace.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import designspace.bound.PathLedger;
import designspace.data.Gaussian;
import designspace.sampling.EulerFlow;
import designspace.sampling.HeunFlow;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.Arrays;
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
    NoiseGrid law = NoiseGrid.angle(AngleLaw.LOG, 0.5, 0.002, 80, 18);
    assertThat(ScheduleAudit.of(law, HALF).changes()).hasSize(1);
    assertThat(ScheduleAudit.of(law, HALF).changes().get(0)).contains("Nothing to gain");
  }

  @Test
  void readsWhatSamplersPrint() {
    PastedLevels levels =
        PastedLevels.parse(
            "sigmas = torch.tensor([80.0, 2e1,\n 5 1; 1 .2, 0.], dtype=torch.float)");
    assertThat(levels.grid().sigmas()).containsExactly(80, 20, 5, 1, 0.2);
    assertThat(levels.zeroSteps()).isEqualTo(1);
    assertThat(levels.repeated()).containsExactly(1);
    assertThat(levels.endsInZero()).isTrue();
    assertThat(levels.increasing() || levels.unsorted()).isFalse();
    ScheduleAudit audit = ScheduleAudit.of(levels, HALF);
    assertThat(audit.evaluations(new EulerFlow())).isEqualTo(6);
    assertThat(audit.evaluations(new HeunFlow())).isEqualTo(11);
    assertThat(audit.toString()).contains("5 → 1", "repeated: 1", "0.2 → 0");
  }

  @Test
  void tellsTheOrder() {
    assertThat(PastedLevels.of(0, 0.1, 1, 10).increasing()).isTrue();
    assertThat(PastedLevels.of(1, 10, 0.1).unsorted()).isTrue();
    assertThat(ScheduleAudit.of("0.1 10 1", HALF).changes().get(0)).contains("in no order");
  }

  @Test
  void refusesNonsenseByName() {
    refused("80, NaN, 1", "entry 2 = NaN");
    refused("80, x7!, 1", "entry 2 = 'x7!'");
    refused("80, seven, 1", "entry 2 = 'seven'");
    refused("80, -1", "entry 2 = -1.0");
    refused("80, 0, 1", "entry 2 = 0");
    refused("inf, 1", "entry 1 = Infinity");
    refused("5, 5", "number of different positive levels = 1");
    refused("tensor([])", "numbers in the text = 0");
  }

  private static void refused(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PastedLevels.parse(text))
        .withMessageContaining(message);
  }
}
