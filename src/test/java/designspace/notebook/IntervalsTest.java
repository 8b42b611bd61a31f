package designspace.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

class IntervalsTest {
  private static final double NONE = Double.NaN;
  private static final double[] X = {1, 2};
  private static final double[] Y = {3, 5};
  private static final double[] LOW = {2, 5};
  private static final double[] HIGH = {4, 5};

  private final XYChart chart = new XYChartBuilder().build();
  private final PlotSeries series = new PlotSeries(chart);

  @Test
  void aBarIsDrawnUpwardsAndThePenLifted() {
    double[][] pen = Outlines.bars(X, LOW, HIGH);
    assertThat(pen[0]).containsExactly(1, 1, 1, 2, 2, 2);
    assertThat(pen[1]).containsExactly(2, 4, NONE, 5, 5, NONE);
  }

  @Test
  void whereNothingWasMeasuredThereIsNoBar() {
    double[] x = {1};
    double[] none = {NONE};
    assertThat(Outlines.bars(x, none, none)[1]).containsExactly(NONE, NONE, NONE);
    assertThatThrownBy(() -> Outlines.bars(x, none, x)).hasMessageContaining("low end = NaN");
    assertThatThrownBy(() -> Outlines.bars(x, x, none)).hasMessageContaining("high end NaN");
  }

  @Test
  void refusesWhatIsNoInterval() {
    assertThatThrownBy(() -> Outlines.bars(X, HIGH, LOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("low end = 4.0", "at most the high end 2.0", "x = 1.0");
    assertThatThrownBy(() -> Outlines.bars(X, new double[1], HIGH))
        .hasMessageContaining("number of low ends = 1: expected 2");
    assertThatThrownBy(() -> Outlines.bars(X, LOW, new double[3]))
        .hasMessageContaining("number of high ends = 3: expected 2");
  }

  @Test
  void intervalsBelongToASeries() {
    assertThatThrownBy(() -> Plot.titled("T").intervals("95%", X, LOW, HIGH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("intervals = 95%", "intervals belong to a series");
  }

  @Test
  void theyHaveItsColourAndNoPlaceInTheLegend() {
    series.add("f", X, Y);
    series.intervals("95%, f", X, LOW, HIGH);
    assertThat(chart.getStyler().isLegendVisible()).isFalse(); // one series needs none
    series.add("g", X, Y);
    series.intervals("95%, g", X, LOW, HIGH);
    assertThat(chart.getStyler().isLegendVisible()).isTrue();
    for (int i = 0; i < 2; i++) {
      String name = i == 0 ? "f" : "g";
      assertThat(chart.getSeries(name).getLineColor()).isEqualTo(Palette.color(i));
      assertThat(chart.getSeries("95%, " + name).getLineColor()).isEqualTo(Palette.color(i));
      assertThat(chart.getSeries("95%, " + name).isShowInLegend()).isFalse();
    }
    assertThat(series.count()).isEqualTo(4);
  }

  @Test
  void theNumbersAreTheEnds() {
    assertThat(Plot.titled("T").line("f", X, Y).intervals("95%", X, LOW, HIGH).csv())
        .isEqualTo(
            """
            series,x,y
            f,1.0,3.0
            f,2.0,5.0
            95%,1.0,2.0
            95%,1.0,4.0
            95%,2.0,5.0
            95%,2.0,5.0
            """);
  }
}
