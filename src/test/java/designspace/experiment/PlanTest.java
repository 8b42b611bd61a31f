package designspace.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  record Setting(String law, int steps) {
    Setting {
      if (steps < 0) {
        throw new IllegalArgumentException("steps < 0");
      }
    }
  }

  private static final List<Setting> TWO =
      List.of(new Setting("gaussian", 1), new Setting("ring", 1));

  @Test
  void aGridHasEveryCombinationTheLastAxisFastest() {
    assertThat(Plan.grid(Setting.class, List.of("gaussian", "ring"), List.of(1, 2)))
        .containsExactly(
            new Setting("gaussian", 1),
            new Setting("gaussian", 2),
            new Setting("ring", 1),
            new Setting("ring", 2));
  }

  @Test
  void aGridRefusesAxesThatDoNotFit() {
    assertThatThrownBy(() -> Plan.grid(Setting.class, List.of("ring")))
        .hasMessageContaining("number of axes = 1: expected 2");
    assertThatThrownBy(() -> Plan.grid(Setting.class, List.of("ring"), List.of(1.5)))
        .hasMessageContainingAll("Setting = [ring, 1.5]", "java.lang.String, int");
    assertThatThrownBy(() -> Plan.grid(Setting.class, List.of("ring"), List.of(-1)))
        .hasMessage("Setting[ring, -1]: steps < 0");
  }

  @Test
  void columnsAreSettingsAndOutcomes() {
    assertThat(new Plan<>("p", "f", TWO, List.of("w2")).columns())
        .containsExactly("law", "steps", "w2");
  }

  @Test
  void refusesWhatATableCannotHold() {
    refused("p", "f", List.of(), List.of("w2"), "number of settings = 0");
    refused("p", "f", TWO, List.of(), "number of outcomes = 0");
    refused("p\n", "f", TWO, List.of("w2"), "name = \"p\n\": expected one line");
    refused("p: q", "f", TWO, List.of("w2"), "name = \"p: q\": expected no colon");
    refused("p", " ", TWO, List.of("w2"), "fixed = \" \"");
    refused("p", "f", TWO, List.of("w2", "w2"), "outcomes = w2: expected each one once");
    refused("p", "f", TWO, List.of("law"), "outcomes = law");
    refused("p", "f", TWO, List.of("W₂, in units"), "outcome = \"W₂, in units\"");
    refused("p", "f", List.of(TWO.get(0), TWO.get(0)), List.of("w2"), "settings = Setting[law=gau");
    for (String law :
        List.of("", " ring", "ring ", "# ring", "ring #2", "a,b", "a\nb", "\"ring\"")) {
      refused("p", "f", List.of(new Setting(law, 1)), List.of("w2"), "setting = \"" + law);
    }
    refused("p", "f", List.of(new Setting(null, 1)), List.of("w2"), "setting = \"\"");
  }

  @Test
  void refusesComponentsThatAreNoCells() {
    record Odd(float spread) {}
    refused("p", "f", List.of(new Odd(1)), List.of("w2"), "Odd.spread = float: expected String");
  }

  @Test
  void refusesSettingsOfTwoTypes() {
    record Other(String law, int steps) {}
    List<Record> mixed = List.of(TWO.get(0), new Other("ring", 1));
    refused("p", "f", mixed, List.of("w2"), "settings = Other[law=ring, steps=1]: expected a Sett");
  }

  private static <S extends Record> void refused(
      String name, String fixed, List<S> settings, List<String> outcomes, String message) {
    assertThatThrownBy(() -> new Plan<>(name, fixed, settings, outcomes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
