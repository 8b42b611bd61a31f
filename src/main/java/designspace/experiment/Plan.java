package designspace.experiment;

import designspace.core.Require;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an experiment runs and what it measures: a table with a row for each of the settings, whose
 * columns are the components of the settings and then the outcomes.
 *
 * @param name of the experiment, on one line without a colon
 * @param fixed all that every run shares and no column tells (data, sizes, constants), on one line:
 *     results found under another text are refused
 * @param settings one for each run, all different and of one record type, of {@code String}, {@code
 *     int}, {@code long}, {@code double} and enum components. More may be added to an experiment
 *     that has begun
 * @param outcomes the names of the numbers that a run gives
 */
public record Plan<S extends Record>(
    String name, String fixed, List<S> settings, List<String> outcomes) {

  /** Checks that a table can hold it. */
  public Plan {
    oneLine("name", name);
    if (name.indexOf(':') >= 0) {
      throw Require.refusal("name", '"' + name + '"', "no colon", "one ends it in the table");
    }
    oneLine("fixed", fixed);
    settings = List.copyOf(settings);
    outcomes = List.copyOf(outcomes);
    Require.atLeast(1, "number of settings", settings.size(), "there is nothing to run");
    Require.atLeast(1, "number of outcomes", outcomes.size(), "nothing would be measured");
    SettingColumns<S> columns = new SettingColumns<>(typeOf(settings));
    Set<S> seen = new HashSet<>();
    for (S one : settings) {
      oneType(one, columns.type());
      SettingColumns.values(one)
          .forEach(value -> SettingColumns.plain("setting", SettingColumns.cell(value)));
      distinct("settings", seen.add(one), one, "a run is known by its settings");
    }
    Set<String> names = new HashSet<>(columns.names());
    for (String outcome : outcomes) {
      boolean isNew = names.add(SettingColumns.plain("outcome", outcome));
      distinct("outcomes", isNew, outcome, "a column is known by its name");
    }
  }

  /**
   * Every combination of the axes' values, the last axis fastest.
   *
   * @param type of the settings
   * @param axes the values of each component of {@code type}, in order
   */
  public static <S extends Record> List<S> grid(Class<S> type, List<?>... axes) {
    SettingColumns<S> columns = new SettingColumns<>(type);
    Require.size("number of axes", axes.length, columns.names().size(), "each component has one");
    List<List<Object>> rows = List.of(List.of());
    for (List<?> axis : axes) {
      List<List<Object>> longer = new ArrayList<>();
      for (List<Object> row : rows) {
        for (Object value : axis) {
          List<Object> one = new ArrayList<>(row);
          one.add(value);
          longer.add(one);
        }
      }
      rows = longer;
    }
    return rows.stream().map(row -> columns.create(row.toArray())).toList();
  }

  /** The names of the columns: the components of the settings, then the outcomes. */
  public List<String> columns() {
    return Stream.concat(settingColumns().names().stream(), outcomes.stream()).toList();
  }

  SettingColumns<S> settingColumns() {
    return new SettingColumns<>(typeOf(settings));
  }

  @SuppressWarnings("unchecked") // a record has no subclasses
  private static <S extends Record> Class<S> typeOf(List<S> settings) {
    return (Class<S>) settings.get(0).getClass();
  }

  private static void oneLine(String name, String text) {
    if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
      throw Require.refusal(name, '"' + text + '"', "one line of text", "it heads the table");
    }
  }

  private static void oneType(Record settings, Class<?> type) {
    if (settings.getClass() != type) {
      throw Require.refusal(
          "settings", settings, "a " + type.getSimpleName(), "all rows have the same columns");
    }
  }

  private static void distinct(String name, boolean isNew, Object value, String why) {
    if (!isNew) {
      throw Require.refusal(name, value, "each one once", why);
    }
  }
}
