package designspace.notebook;

import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/** The kit's look: white, light grid, no boxes, legend outside the plot. */
final class PlotStyle {
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
  }
}
