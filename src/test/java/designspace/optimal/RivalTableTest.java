package designspace.optimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.clock.NoiseClock;
import designspace.clock.RivalClock;
import designspace.schedule.NoiseGrid;
import designspace.schedule.RivalGrid;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RivalTableTest {
  /** THEORY §4: marginal KL and path E_D of EDM's and the exponential grid. */
  @Test
  void theReferenceValuesAreInIt() {
    RivalTable small = RivalTable.edm(0.5, 18);
    assertThat(small.row(RivalGrid.EDM).errors().marginal()).isCloseTo(8.025e-2, within(5e-6));
    assertThat(small.row(RivalGrid.GEOMETRIC).errors().path()).isCloseTo(1.920, within(5e-4));
    RivalTable fine = RivalTable.edm(1, 100);
    assertThat(fine.row(RivalGrid.EDM).errors().marginal()).isCloseTo(2.265e-3, within(5e-7));
    assertThat(fine.row(RivalGrid.EDM).errors().path()).isCloseTo(0.2744, within(5e-5));
    assertThat(fine.row(RivalGrid.GEOMETRIC).errors().marginal()).isCloseTo(2.804e-3, within(5e-7));
    assertThat(fine.row(RivalGrid.GEOMETRIC).errors().path()).isCloseTo(0.3855, within(5e-5));
  }

  /** At c = 1 the cosine grid without offset is the tangent law, the best for Euler's flow (B4). */
  @Test
  void cosineIsTheBestRivalForTheEulerFlowAtUnitScale() {
    for (int steps : new int[] {10, 18, 40, 100}) {
      RivalTable table = RivalTable.edm(1, steps);
      RivalRow best = table.least(row -> row.errors().euler());
      assertThat(best.rival()).isEqualTo(RivalGrid.TANGENT);
    }
    assertThat(RivalTable.edm(0.1, 100).least(row -> row.errors().euler()).rival())
        .isNotEqualTo(RivalGrid.TANGENT);
  }

  @Test
  void pathNeverFallsBelowWhatTheMarginalHasBeyondItsStart() {
    for (double c : new double[] {0.1, 0.5, 1, 5}) {
      for (RivalRow row : RivalTable.edm(c, 40).rows()) {
        double start = 0.5 * Math.pow(c / 80, 4); // above the start's KL, ¼(c/σ_max)⁴ and less
        assertThat(row.errors().marginal()).isLessThan(row.errors().path() + start);
        assertThat(row.errors().heun()).isPositive();
      }
    }
  }

  @Test
  void rowsDescribeTheirGrids() {
    RivalTable table = RivalTable.edm(0.5, 18);
    assertThat(table.rows()).hasSize(RivalGrid.all().size());
    for (RivalRow row : table.rows()) {
      assertThat(Arrays.stream(row.stepsPerDecade()).sum()).isCloseTo(18, within(1e-9));
      assertThat(row.stepsPerDecade()).hasSize(5);
      double product = 1;
      for (int k = 0; k < 18; k++) {
        assertThat(row.grid().ratio(k)).isLessThanOrEqualTo(row.largestRatio());
        product *= row.grid().ratio(k);
      }
      assertThat(product / 40_000).isCloseTo(1, within(1e-11));
    }
    double even = Math.pow(40_000, 1 / 18.0);
    assertThat(table.row(RivalGrid.GEOMETRIC).largestRatio()).isCloseTo(even, within(1e-12));
    assertThat(table.least(RivalRow::largestRatio).rival()).isEqualTo(RivalGrid.GEOMETRIC);
  }

  @Test
  void theLeastMarginalIsTheLeast() {
    RivalTable table = RivalTable.of(0.5, 0.01, 50, 20);
    RivalRow least = table.leastMarginal();
    for (RivalRow row : table.rows()) {
      NoiseGrid grid = row.rival().grid(0.01, 50, 20);
      assertThat(RivalRow.Errors.of(0.5, grid)).isEqualTo(row.errors());
      assertThat(row.errors().marginal()).isGreaterThanOrEqualTo(least.errors().marginal());
    }
  }

  /** A fine grid has dt/d ln σ of its steps at every level. */
  @Test
  void clocksHaveTheDensityOfTheirGrids() {
    for (RivalGrid rival : RivalGrid.all()) {
      NoiseClock clock = new RivalClock(rival);
      NoiseGrid grid = clock.grid(0.3, 20, 20_000);
      double range = rival.schedule().time(20) - rival.schedule().time(0.3);
      for (double sigma : new double[] {2, 5, 15}) {
        double steps = grid.stepsBetween(sigma, 1.02 * sigma) / Math.log(1.02);
        double expected = 20_000 * clock.density(1.01 * sigma) / range;
        assertThat(steps / expected).as(clock.label()).isCloseTo(1, within(1e-3));
      }
      assertThat(clock.minimises().startsWith("marginal"))
          .isEqualTo(rival.equals(RivalGrid.TANGENT));
      assertThat(clock.source()).isEqualTo(rival.source());
    }
  }
}
