package designspace.notebook;

import designspace.core.Require;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** The series of one plot: their colours in order, their numbers, their legend. */
final class PlotSeries {
  private final XYChart chart;
  private final SeriesNumbers numbers = new SeriesNumbers();
  private final List<XYSeries> curves = new ArrayList<>();
  private int coloursUsed;
  private int count;
  private int legendWidth; // of a legend in one row, in pixels

  PlotSeries(XYChart chart) {
    this.chart = chart;
  }

  XYSeries add(String name, double[] x, double[] y) {
    Require.size("number of y of " + name, y.length, x.length, "each x has its y");
    XYSeries added = chart.addSeries(name, x, y);
    added.setLineColor(Palette.color(coloursUsed));
    added.setLineStyle(Palette.stroke(coloursUsed));
    numbers.add(name, x, y);
    if (count == 0 && x.length > 2) {
      PlotStyle.unevenPoint(chart, x, y);
    }
    coloursUsed++;
    count++;
    legendWidth += PlotStyle.entryWidth(name);
    chart.getStyler().setLegendVisible(count > 1);
    return added;
  }

  /** The colour of the series added last. */
  int colour() {
    return coloursUsed - 1;
  }

  /** The next series has the colour of the one before. */
  void giveBackColour() {
    coloursUsed--;
  }

  /** A smooth curve, to be told from the others by markers. */
  void curve(XYSeries curve) {
    curves.add(curve);
  }

  /** Sets what depends on all series. */
  void finish(int width) {
    Palette.mark(chart, curves);
    PlotStyle.fit(chart.getStyler(), width, legendWidth, numbers.decades());
  }

  int count() {
    return count;
  }

  String csv() {
    return numbers.csv();
  }
}
