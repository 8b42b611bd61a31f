package designspace.notebook;

import java.awt.Graphics2D;
import org.knowm.xchart.internal.chartpart.Chart;

/** Any XChart chart as a figure; XChart keeps its numbers to itself, so there is no CSV. */
record ChartFigure(Chart<?, ?> chart) implements Figure {
  @Override
  public String title() {
    return chart.getTitle();
  }

  @Override
  public int width() {
    return chart.getWidth();
  }

  @Override
  public int height() {
    return chart.getHeight();
  }

  @Override
  public void paint(Graphics2D graphics) {
    chart.paint(graphics, width(), height());
  }

  @Override
  public String csv() {
    return "";
  }

  @Override
  public String toString() {
    return title() + " (chart)";
  }
}
