package designspace.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final double ROUNDING = 1e-9;

  private double seconds;

  private Pace pace(int threads, double cost) {
    return new Pace(threads, cost, () -> (long) (seconds * 1e9));
  }

  @Test
  void runsThatTakeTheirCostAreToldExactly() {
    Pace pace = pace(2, 10 + 4 + 4 + 2); // 10 on one thread; 4, 4, 2 on the other
    pace.begin("a", 10);
    pace.begin("b", 4);
    seconds = 8; // two seconds a unit
    pace.end("b");
    pace.begin("c", 4);
    assertThat(pace.secondsLeft()).hasValueCloseTo(12.0, within(ROUNDING)); // (12 + 8 + 4) / 2
    seconds = 16;
    pace.end("c");
    pace.begin("d", 2);
    assertThat(pace.secondsLeft()).hasValueCloseTo(4.0, within(ROUNDING)); // 4 on both
  }

  @Test
  void theLongestRunIsWaitedFor() {
    Pace pace = pace(2, 11);
    pace.begin("a", 10);
    pace.begin("b", 1);
    seconds = 1;
    pace.end("b");
    assertThat(pace.secondsLeft())
        .hasValueCloseTo(9.0, within(ROUNDING)); // one thread has no more work
  }

  @Test
  void aRunThatIsOverdueTakesNoNegativeTime() {
    Pace pace = pace(2, 3);
    pace.begin("a", 1);
    pace.begin("b", 1);
    seconds = 1;
    pace.end("a");
    seconds = 5;
    assertThat(pace.secondsLeft())
        .hasValueCloseTo(0.5, within(ROUNDING)); // the one that waits, halved
  }

  @Test
  void aRunThatFailedTellsNothing() {
    Pace pace = pace(1, 2);
    pace.begin("a", 1);
    seconds = 1;
    pace.drop("a");
    assertThat(pace.secondsLeft()).isEmpty();
    pace.begin("b", 1);
    seconds = 5;
    pace.end("b");
    assertThat(pace.secondsLeft()).hasValueCloseTo(0.0, within(ROUNDING));
  }

  @Test
  void timesAreShort() {
    assertThat(Pace.text(0.4)).isEqualTo("0 s");
    assertThat(Pace.text(119)).isEqualTo("119 s");
    assertThat(Pace.text(125)).isEqualTo("2 min");
    assertThat(Pace.text(9000)).isEqualTo("2.5 h");
  }
}
