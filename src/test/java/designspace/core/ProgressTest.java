package designspace.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private long nanos;
  private final List<String> lines = new ArrayList<>();

  @Test
  void extrapolatesFromTheTimeTaken() {
    Progress progress = new Progress("sampling", 10, lines::add, () -> nanos);
    for (int i = 0; i < 10; i++) {
      nanos += 1_500_000_000L;
      progress.advance(1);
    }
    // Due at 3, 6, 9 … s, when 2, 4, 6, 8 units of 1.5 s are done; silent at the end.
    assertThat(lines)
        .containsExactly(
            "sampling: 20%, 12 s left",
            "sampling: 40%, 9 s left", "sampling: 60%, 6 s left", "sampling: 80%, 3 s left");
  }

  @Test
  void shortWorkIsSilent() {
    Progress progress = new Progress("sampling", 1000, lines::add, () -> nanos);
    for (int i = 0; i < 1000; i++) {
      nanos += 1_000_000;
      progress.advance(1);
    }
    assertThat(lines).isEmpty();
  }

  @Test
  void refusesNoWork() {
    assertThatThrownBy(() -> new Progress("x", 0, lines::add))
        .hasMessageContaining("total = 0: expected at least 1");
  }
}
