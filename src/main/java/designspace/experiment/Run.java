package designspace.experiment;

import designspace.core.Require;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A finished run: a row of the table.
 *
 * @param settings what was run
 * @param outcomes what came out, in the plan's order; NaN where there was nothing to measure
 */
public record Run<S extends Record>(S settings, Map<String, Double> outcomes) {
  /** Keeps the order of the outcomes. */
  public Run {
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
  }

  /** The outcome of this name. */
  public double get(String outcome) {
    Double value = outcomes.get(outcome);
    if (value == null) {
      throw Require.refusal("outcome", outcome, "one of " + outcomes.keySet(), "the plan names it");
    }
    return value;
  }

  /**
   * The row: an {@code Integer}, {@code Long}, {@code Double}, {@code String} or an enum's constant
   * for each component of the settings, then a {@code Double} for each outcome.
   */
  public List<Object> cells() {
    return Stream.concat(SettingColumns.values(settings).stream(), outcomes.values().stream())
        .toList();
  }

  /** Puts what a run measured in the plan's order. */
  static <S extends Record> Run<S> of(Plan<S> plan, S settings, Map<String, Double> measured) {
    List<String> names = plan.outcomes();
    if (measured == null) {
      throw Require.refusal("outcomes", null, String.valueOf(names), "a trial tells its numbers");
    }
    if (measured.size() != names.size() || !measured.keySet().containsAll(names)) {
      throw Require.refusal(
          "outcomes", measured.keySet(), String.valueOf(names), "the plan has named its columns");
    }
    Map<String, Double> ordered = new LinkedHashMap<>();
    for (String name : names) {
      Double value = measured.get(name);
      if (value == null) {
        throw Require.refusal(name, null, "a number", "NaN tells that nothing was measured");
      }
      ordered.put(name, value);
    }
    return new Run<>(settings, ordered);
  }

  /** The row with its line break. */
  String line() {
    return cells().stream().map(SettingColumns::cell).collect(Collectors.joining(",", "", "\n"));
  }

  static <S extends Record> Run<S> parse(Plan<S> plan, List<String> cells) {
    SettingColumns<S> columns = plan.settingColumns();
    int first = columns.names().size();
    Map<String, Double> outcomes = new LinkedHashMap<>();
    for (int i = 0; i < plan.outcomes().size(); i++) {
      outcomes.put(plan.outcomes().get(i), Double.valueOf(cells.get(first + i)));
    }
    return new Run<>(columns.parse(cells), outcomes);
  }
}
