package designspace.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
  private final List<String> lines = new ArrayList<>();
  private long nanos = 7;

  private final Pace pace = new Pace(1, 40, () -> nanos);
  private final ProgressLines progress =
      new ProgressLines(Examples.PLAN, pace, () -> nanos, lines::add);

  private void at(double seconds) {
    nanos = 7 + (long) (seconds * 1e9);
  }

  @Test
  void tellsTimeTakenThenTimeLeftAndTheEndOnce() {
    progress.begin(0);
    progress.tell(0);
    at(1.9);
    progress.tell(0);
    pace.begin("a", 1);
    at(2.9); // a second late
    progress.tell(0);
    at(4.8);
    progress.tell(0);
    at(11.9); // a run of ten seconds; 39 are left
    pace.end("a");
    progress.tell(1);
    progress.tell(1);
    progress.tell(40);
    progress.end(40);
    progress.end(40);
    assertThat(lines)
        .containsExactly(
            "small trainings: 0 of 40 runs",
            "small trainings: 0 of 40 runs, 3 s so far",
            "small trainings: 1 of 40 runs, 7 min left",
            "small trainings: 40 of 40 runs");
  }

  @Test
  void whatIsNotNewIsNotTold() {
    progress.begin(3);
    for (int seconds = 240; seconds < 300; seconds++) {
      at(seconds);
      progress.tell(3);
    }
    progress.failed(new IllegalStateException("Training[…] failed: no such law"));
    progress.end(39);
    assertThat(lines)
        .containsExactly(
            "small trainings: 3 of 40 runs found, going on from there",
            "small trainings: 3 of 40 runs, 4 min so far",
            "small trainings: 3 of 40 runs, 5 min so far",
            "small trainings: Training[…] failed: no such law");
  }

  @Test
  void theNextLookIsTwoSecondsAfterTheLast() {
    at(0.5);
    assertThat(progress.nanosUntilDue()).isEqualTo(1_500_000_000);
    at(3);
    assertThat(progress.nanosUntilDue()).isZero();
    progress.tell(0);
    assertThat(progress.nanosUntilDue()).isEqualTo(2_000_000_000);
  }
}
