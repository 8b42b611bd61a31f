package designspace.benchmark;

import designspace.notebook.Figure;
import designspace.notebook.Panels;
import designspace.notebook.Plot;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * Draws how the time of a training step grows: {@code CostFigure costs.csv figure.png}, the first
 * with lines {@code width,rows,ms}.
 */
public final class CostFigure {
  /** PNG pixels per figure pixel. */
  private static final int DENSITY = 2;

  private CostFigure() {}

  private record Cost(int width, int rows, double ms) {
    static Cost parse(String line) {
      String[] cells = line.split(",", -1);
      return new Cost(
          Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Double.parseDouble(cells[2]));
    }

    /** Multiplications and additions of a step, d = 16, L = 3. */
    double flops() {
      double outside = 17 + 2 * 16;
      return 2.0 * rows * width * (outside + 8.0 * width);
    }

    double rate() {
      return flops() / ms / 1e6;
    }
  }

  /** Writes the PNG. */
  public static void main(String[] arguments) throws IOException {
    List<Cost> costs =
        Files.readAllLines(Path.of(arguments[0])).stream().skip(1).map(Cost::parse).toList();
    Plot time = plot("Time of a step").y("ms").logY();
    Plot rate = plot("Rate").y("GFLOP/s");
    byRows(costs)
        .forEach(
            (rows, own) -> {
              double[] widths = own.stream().mapToDouble(Cost::width).toArray();
              time.marked(rows + " rows", widths, own.stream().mapToDouble(Cost::ms).toArray());
              rate.marked(rows + " rows", widths, own.stream().mapToDouble(Cost::rate).toArray());
            });
    String title = "One step of full-batch gradient descent, L = 3, d = 16, two threads";
    write(Panels.row(title, time, rate), Path.of(arguments[1]));
  }

  private static Plot plot(String title) {
    return Plot.titled(title).x("width m").logX().size(450, 360).legendBelow();
  }

  private static Map<Integer, List<Cost>> byRows(List<Cost> costs) {
    return costs.stream()
        .collect(Collectors.groupingBy(Cost::rows, TreeMap::new, Collectors.toList()));
  }

  private static void write(Figure figure, Path file) throws IOException {
    BufferedImage image =
        new BufferedImage(
            figure.width() * DENSITY, figure.height() * DENSITY, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.scale(DENSITY, DENSITY);
    graphics.fillRect(0, 0, figure.width(), figure.height());
    figure.paint(graphics);
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }
}
