package designspace.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.data.DataDistribution;
import designspace.schedule.NoiseGrid;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleStudyTest {
  private static final NetworkSettings SMALL =
      new NetworkSettings(StudyLaw.BUMPS_2, StudyModel.EDM, StudyWeighting.POLYNOMIAL, 32, 1);

  @ParameterizedTest
  @EnumSource(StudySize.class)
  void everyCellHasItsSeedsAndLevelsOfTraining(StudySize size) {
    ScheduleStudy study = new ScheduleStudy(size);
    assertThat(new HashSet<>(study.runs())).hasSameSizeAs(study.runs());
    long cells = study.runs().stream().map(StudyCell::of).distinct().count();
    assertThat((long) study.runs().size()).isEqualTo(cells * size.seeds());
    assertThat(size.seeds()).isGreaterThanOrEqualTo(5);
    assertThat(size.shorterTraining()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(study.runs().stream().map(run -> run.law().law().dimension())).contains(2, 8, 32);
  }

  @ParameterizedTest
  @EnumSource(StudyLaw.class)
  void lawsAreOfOrderOneAsTheBellAssumes(StudyLaw which) {
    DataDistribution law = which.law();
    double meanSquare = law.secondMoment() / law.dimension();
    if (which == StudyLaw.MOONS_2) {
      assertThat(meanSquare).isBetween(0.25, 1.0);
    } else {
      assertThat(meanSquare).isCloseTo(0.25, within(1e-12));
    }
  }

  @Test
  void anOutcomeHasThePlansColumnsAndIsTheSameAgain() {
    ScheduleStudy study = new ScheduleStudy(StudySize.QUICK);
    Map<String, Double> once = study.outcome(SMALL);
    assertThat(once.keySet()).containsExactlyElementsOf(study.plan().outcomes());
    assertThat(study.outcome(SMALL)).isEqualTo(once);
    assertThat(once.values()).allMatch(Double::isFinite);
  }

  @Test
  void noPolynomialIsBetterThanTheBestAndEveryScheduleSpansTheRange() {
    TrainedNetwork network = TrainedNetwork.of(SMALL, 64);
    StudyGrid.Knowledge known = network.knowledge();
    for (int steps : StudyGrid.steps()) {
      double best = path(StudyGrid.BEST_POWER, steps, known);
      for (StudyGrid other : StudyGrid.values()) {
        NoiseGrid grid = other.grid(steps, known);
        assertThat(grid.steps()).isEqualTo(steps);
        assertThat(grid.sigmaMin()).isEqualTo(StudyGrid.LOW);
        assertThat(grid.sigmaMax()).isEqualTo(StudyGrid.HIGH);
      }
      Stream.of(StudyGrid.POLYNOMIAL, StudyGrid.EXPONENTIAL)
          .forEach(grid -> assertThat(best).isLessThanOrEqualTo(path(grid, steps, known)));
    }
  }

  private static double path(StudyGrid grid, int steps, StudyGrid.Knowledge known) {
    return known.ledger().on(grid.grid(steps, known)).totalNats();
  }

  @Test
  void theCommittedTableIsWhatTheseNetworksGive() {
    StudyResults results = StudyResults.committed();
    ScheduleStudy study = new ScheduleStudy(StudySize.FULL);
    assertThat(results.cells()).hasSize(study.runs().size() / StudySize.FULL.seeds());
    Map<String, Double> again = study.outcome(SMALL);
    StudyCell cell = StudyCell.of(SMALL);
    for (Map.Entry<String, Double> entry : again.entrySet()) {
      double committed = results.values(cell, entry.getKey())[SMALL.seed()];
      // Six digits are kept; differences of MMD² lose some of them to other machines' rounding
      double allowed = 1e-5 * Math.abs(committed) + 1e-9;
      assertThat(entry.getValue()).as(entry.getKey()).isCloseTo(committed, within(allowed));
    }
  }
}
