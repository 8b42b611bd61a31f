package designspace.notebook;

import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Figures side by side, in rows.
 *
 * @param title of the whole
 * @param columns how many stand in a row
 * @param figures all of the size of the first
 */
public record Panels(String title, int columns, List<Figure> figures) implements Figure {
  private static final int HEADING = 30;

  public Panels {
    figures = List.copyOf(figures);
  }

  /** Figures in one row. */
  public static Panels row(String title, Figure... figures) {
    return new Panels(title, figures.length, List.of(figures));
  }

  @Override
  public int width() {
    return columns * figures.get(0).width();
  }

  @Override
  public int height() {
    int rows = (figures.size() + columns - 1) / columns;
    return HEADING + rows * figures.get(0).height();
  }

  @Override
  public void paint(Graphics2D graphics) {
    graphics.setColor(Palette.INK);
    Text.centre(graphics, Palette.TITLE, title, width() / 2.0, HEADING - 8);
    for (int i = 0; i < figures.size(); i++) {
      int x = i % columns * figures.get(0).width();
      int y = HEADING + i / columns * figures.get(0).height();
      graphics.translate(x, y);
      figures.get(i).paint(graphics);
      graphics.translate(-x, -y);
    }
  }

  @Override
  public String csv() {
    return figures.stream()
        .map(this::panelRows)
        .collect(Collectors.joining("", "panel,series,x,y\n", ""));
  }

  private String panelRows(Figure figure) {
    return figure
        .csv()
        .lines()
        .skip(1)
        .map(line -> Csv.cell(figure.title()) + "," + line + "\n")
        .collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return title + " (" + figures.size() + " panels)";
  }
}
