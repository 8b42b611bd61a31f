package designspace.notebook;

import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The kit's look: white, light grid, no boxes, legend outside the plot. */
final class PlotStyle {
  private static final String DECIMALS = "0.######"; // never .5 for 0.5
  private static final int MARGIN = 60;
  private static final int MANY_DECADES = 10;

  private PlotStyle() {}

  static void apply(XYStyler style) {
    style.setLocale(Locale.ROOT);
    style.setBaseFont(Palette.TEXT).setChartFontColor(Palette.INK);
    style.setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE);
    style.setPlotBorderVisible(false).setChartPadding(12);
    style.setChartTitleBoxVisible(false).setChartTitleFont(Palette.TITLE).setChartTitlePadding(8);
    style.setLegendPosition(LegendPosition.OutsideE).setLegendFont(Palette.TEXT);
    style.setLegendBorderColor(Color.WHITE).setLegendBackgroundColor(Color.WHITE);
    style.setLegendSeriesLineLength(36).setLegendVisible(false);
    style.setMarkerSize(7).setAntiAlias(true);
    style.setAxisTitleFont(Palette.TEXT.deriveFont(Font.PLAIN, 14f));
    style.setAxisTickLabelsFont(Palette.TEXT).setAxisTickLabelsColor(Palette.INK);
    style.setPlotGridLinesColor(Palette.GRID).setPlotGridLinesStroke(Palette.stroke(1f, null));
    style.setAxisTickMarksColor(Palette.GUIDE);
    style.setXAxisLogarithmicDecadeOnly(true).setYAxisLogarithmicDecadeOnly(true);
    style.setXAxisDecimalPattern(DECIMALS).setYAxisDecimalPattern(DECIMALS);
  }

  /** Sets what depends on size and range: grid lines and legend rows that fit. */
  static void fit(XYStyler style, int width, int legendWidth, double decades) {
    boolean oneRow = legendWidth < width - MARGIN;
    boolean below = style.getLegendPosition() == LegendPosition.OutsideS;
    style.setLegendLayout(below && oneRow ? LegendLayout.Horizontal : LegendLayout.Vertical);
    if (style.isYAxisLogarithmic() && decades > MANY_DECADES) {
      style.setPlotGridHorizontalLinesVisible(false);
      style.setYAxisTickLabelsFormattingFunction(
          value -> Math.round(Math.log10(value)) % 3 == 0 ? Numbers.power(value) : " ");
    }
  }

  /** About the width of a legend entry in pixels. */
  static int entryWidth(String name) {
    return 60 + 8 * name.length();
  }

  /** XChart labels evenly spaced data value by value; one uneven point makes its labels round. */
  static void unevenPoint(XYChart chart, double[] x, double[] y) {
    double[] between = {0.63 * x[0] + 0.37 * x[1]};
    XYSeries hidden = chart.addSeries("uneven point", between, new double[] {y[0]});
    hidden.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    hidden.setMarker(SeriesMarkers.NONE);
    hidden.setShowInLegend(false);
  }
}
