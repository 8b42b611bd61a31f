package designspace.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import designspace.experiment.Experiment;
import designspace.experiment.Plan;
import designspace.experiment.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

class ResultRowsTest {
  enum Grid {
    POLYNOMIAL,
    EXPONENTIAL
  }

  record Setting(Grid grid, int steps, double rho, long seed) {}

  private static final long LARGE = (1L << 53) + 1; // no double has it
  private static final Plan<Setting> PLAN =
      new Plan<>(
          "training",
          "d=2",
          Plan.grid(
              Setting.class,
              List.of(Grid.values()),
              List.of(18, 40),
              List.of(1 / 3.0),
              List.of(1L, LARGE)),
          List.of("w2"));

  @TempDir Path folder;
  private Path file;

  private Table run() throws IOException {
    file = folder.resolve("training.csv");
    Results<Setting> results =
        Experiment.of(
                PLAN, s -> Map.of("w2", s.seed() == 1 && s.steps() == 18 ? Double.NaN : 1 / 7.0))
            .run(file, 2, line -> {});
    return Rows.of(results);
  }

  @Test
  void columnsHaveTheTypesOfTheSettings() throws IOException {
    Table table = run();
    assertThat(table.name()).isEqualTo("training");
    assertThat(table.columnNames()).containsExactly("grid", "steps", "rho", "seed", "w2");
    assertThat(table.types())
        .containsExactly(
            ColumnType.STRING,
            ColumnType.INTEGER,
            ColumnType.DOUBLE,
            ColumnType.LONG,
            ColumnType.DOUBLE);
    assertThat(table.rowCount()).isEqualTo(8);
    assertThat(table.stringColumn("grid").get(7)).isEqualTo("EXPONENTIAL");
    assertThat(table.longColumn("seed").getLong(7)).isEqualTo(LARGE);
    assertThat(table.doubleColumn("w2").isMissing(0)).isTrue();
  }

  @Test
  void aColumnIsOfWholeNumbersOnlyIfAllItsCellsAre() {
    Table table =
        Rows.titled("T", "ints", "wide", "mixed", "late")
            .add(1, 1, 1L, 1)
            .add(2, LARGE, 0.5, 0.25)
            .table();
    assertThat(table.types())
        .containsExactly(ColumnType.INTEGER, ColumnType.LONG, ColumnType.DOUBLE, ColumnType.DOUBLE);
    assertThat(table.longColumn("wide").getLong(1)).isEqualTo(LARGE);
    assertThat(table.doubleColumn("mixed").get(1)).isEqualTo(0.5);
    assertThat(Rows.titled("T", "x").table().types()).containsExactly(ColumnType.STRING);
  }

  /** The file needs no kit to be read. */
  @Test
  void tablesawReadsTheFileItself() throws IOException {
    Table expected = run();
    Table read =
        Table.read()
            .usingOptions(
                CsvReadOptions.builder(file.toFile())
                    .commentPrefix('#')
                    .columnTypes(expected.types().toArray(ColumnType[]::new)));
    assertThat(Csv.of(read)).isEqualTo(Csv.of(expected));
  }
}
