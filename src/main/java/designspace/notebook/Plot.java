package designspace.notebook;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** An x–y chart in the kit's style; each call adds to it and returns it. */
public final class Plot implements Figure {
  private final XYChart chart;
  private final XYStyler style;
  private final PlotSeries series;
  private int width = 900;
  private int height = 460;

  private Plot(String title) {
    chart = new XYChartBuilder().title(title).build();
    style = chart.getStyler();
    series = new PlotSeries(chart);
    PlotStyle.apply(style);
  }

  /** An empty chart of 900×460 pixels. */
  public static Plot titled(String title) {
    return new Plot(title);
  }

  /** Another size in pixels. */
  public Plot size(int width, int height) {
    this.width = width;
    this.height = height;
    return this;
  }

  /** The label of the horizontal axis, with its unit. */
  public Plot x(String label) {
    chart.setXAxisTitle(label);
    return this;
  }

  /** The label of the vertical axis, with its unit. */
  public Plot y(String label) {
    chart.setYAxisTitle(label);
    return this;
  }

  /** A logarithmic horizontal axis. */
  public Plot logX() {
    style.setXAxisLogarithmic(true).setXAxisTickLabelsFormattingFunction(Numbers::power);
    return this;
  }

  /** A logarithmic vertical axis. */
  public Plot logY() {
    style.setYAxisLogarithmic(true).setYAxisTickLabelsFormattingFunction(Numbers::power);
    return this;
  }

  /** The horizontal range shown. */
  public Plot xRange(double low, double high) {
    style.setXAxisMin(low).setXAxisMax(high);
    return this;
  }

  /** The vertical range shown. */
  public Plot yRange(double low, double high) {
    style.setYAxisMin(low).setYAxisMax(high);
    return this;
  }

  /** The legend below the plot instead of beside it, for narrow figures. */
  public Plot legendBelow() {
    style.setLegendPosition(LegendPosition.OutsideS);
    return this;
  }

  /** A line through the points (x, y). */
  public Plot line(String name, double[] x, double[] y) {
    series.add(name, x, y).setMarker(SeriesMarkers.NONE);
    return this;
  }

  /** A line with a marker at each point. */
  public Plot marked(String name, double[] x, double[] y) {
    XYSeries added = series.add(name, x, y);
    added.setMarker(Palette.marker(series.colour()));
    added.setMarkerColor(Palette.color(series.colour()));
    return this;
  }

  /** y = f(x) from {@code low} to {@code high}, sampled evenly along the axis as it is now. */
  public Plot function(String name, double low, double high, DoubleUnaryOperator f) {
    double[] x = Outlines.axis(low, high, style.isXAxisLogarithmic());
    XYSeries added = series.add(name, x, Arrays.stream(x).map(f).toArray());
    added.setMarker(SeriesMarkers.NONE);
    added.setLineStyle(Palette.stroke(1.8f, null)); // dashes would restart at every sample
    series.curve(added);
    return this;
  }

  /** Markers without a line. */
  public Plot points(String name, double[] x, double[] y) {
    XYSeries added = series.add(name, x, y);
    added.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    boolean many = x.length > 200;
    added.setMarker(many ? SeriesMarkers.CIRCLE : Palette.marker(series.colour()));
    added.setMarkerColor(many ? Palette.faint(series.colour()) : Palette.color(series.colour()));
    return this;
  }

  /** Markers in the colour of the series before, to compare with it. */
  public Plot pointsOn(String name, double[] x, double[] y) {
    series.giveBackColour();
    return points(name, x, y);
  }

  /**
   * Vertical bars in the colour of the series before, from {@code low} to {@code high} at each x;
   * NaN in both where there is no interval.
   */
  public Plot intervals(String name, double[] x, double[] low, double[] high) {
    series.intervals(name, x, low, high);
    return this;
  }

  /** A dashed grey line to compare with. */
  public Plot guide(String name, double[] x, double[] y) {
    XYSeries added = series.add(name, x, y);
    series.giveBackColour();
    added.setMarker(SeriesMarkers.NONE);
    added.setLineColor(Palette.GUIDE);
    added.setLineStyle(Palette.stroke(1.2f, new float[] {4, 4}));
    return this;
  }

  /** Several thin lines that count as one series, such as sample paths; {@code y} is lines × x. */
  public Plot bundle(String name, double[] x, double[][] y) {
    double[][] pen = Outlines.lines(x, y);
    XYSeries added = series.add(name, pen[0], pen[1]);
    added.setMarker(SeriesMarkers.NONE);
    added.setLineColor(Palette.faint(series.colour()));
    added.setLineStyle(Palette.stroke(1f, null));
    return this;
  }

  /**
   * A histogram of {@code values} as a density; values outside [low, high) count but are not shown.
   */
  public Plot histogram(String name, double[] values, double low, double high, int bins) {
    double[][] steps = Outlines.histogram(values, low, high, bins);
    XYSeries added = series.add(name, steps[0], steps[1]);
    added.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
    added.setMarker(SeriesMarkers.NONE);
    added.setFillColor(Palette.faint(series.colour()));
    return this;
  }

  @Override
  public String title() {
    return chart.getTitle();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public void paint(Graphics2D graphics) {
    series.finish(width);
    chart.paint(graphics, width, height);
  }

  @Override
  public String csv() {
    return series.csv();
  }

  @Override
  public String toString() {
    return title() + " (" + series.count() + " series)";
  }
}
