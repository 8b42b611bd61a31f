package designspace.notebook;

import designspace.core.Require;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The series of one plot: their colours in order, their numbers, their legend. */
final class PlotSeries {
  /** Markers on a curve. */
  private static final int MARKS = 9;

  private final XYChart chart;
  private final SeriesNumbers numbers = new SeriesNumbers();
  private final List<XYSeries> curves = new ArrayList<>();
  private int coloursUsed;
  private int count;
  private int shown; // in the legend
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
    shown++;
    legendWidth += PlotStyle.entryWidth(name);
    chart.getStyler().setLegendVisible(shown > 1);
    return added;
  }

  /** Bars that belong to the series before: in its colour, and the legend does not name them. */
  void intervals(String name, double[] x, double[] low, double[] high) {
    if (coloursUsed == 0) {
      throw Require.refusal(
          "intervals", name, "a series before them", "intervals belong to a series");
    }
    double[][] pen = Outlines.bars(x, low, high);
    XYSeries added = chart.addSeries(name, pen[0], pen[1]);
    added.setLineColor(Palette.color(colour()));
    added.setLineStyle(Palette.stroke(1.4f, null));
    added.setMarker(SeriesMarkers.NONE);
    added.setShowInLegend(false);
    for (int i = 0; i < x.length; i++) {
      numbers.add(name, new double[] {x[i], x[i]}, new double[] {low[i], high[i]});
    }
    count++;
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
    markCurves();
    PlotStyle.fit(chart.getStyler(), width, legendWidth, numbers.decades());
  }

  int count() {
    return count;
  }

  String csv() {
    return numbers.csv();
  }

  /**
   * Where several curves are drawn, a few markers on each, which the legend shows: colour alone
   * must not tell them apart.
   */
  private void markCurves() {
    if (curves.size() > 1) {
      for (int i = 0; i < curves.size(); i++) {
        mark(curves.get(i), i);
      }
    }
    curves.clear(); // once
  }

  private void mark(XYSeries curve, int index) {
    int points = curve.getXData().length;
    double[] x = new double[MARKS];
    double[] y = new double[MARKS];
    for (int k = 0; k < MARKS; k++) {
      int at = (int) ((k + (index + 0.5) / curves.size()) * points / MARKS);
      x[k] = curve.getXData()[at];
      y[k] = curve.getYData()[at];
    }
    XYSeries marks = chart.addSeries("marks on " + curve.getName(), x, y);
    marks.setLabel(curve.getName());
    marks.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    marks.setMarker(Palette.marker(index));
    marks.setMarkerColor(curve.getLineColor());
    curve.setShowInLegend(false);
  }
}
