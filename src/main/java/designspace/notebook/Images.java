package designspace.notebook;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.VectorHints;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** A figure as SVG and as PNG. */
final class Images {
  /** PNG pixels per figure pixel: sharp on dense screens. */
  private static final int DENSITY = 2;

  private static final Pattern LONG_DECIMAL = Pattern.compile("\\d+\\.\\d{3,}(E-?\\d+)?");

  private Images() {}

  /** An SVG document from its {@code <svg} on; text is drawn as outlines, so no font is needed. */
  static String svg(Figure figure) {
    VectorGraphics2D graphics = new VectorGraphics2D();
    graphics.setRenderingHint(VectorHints.KEY_TEXT, VectorHints.VALUE_TEXT_VECTOR);
    paint(figure, graphics);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new SVGProcessor()
          .getDocument(graphics.getCommands(), new PageSize(0, 0, figure.width(), figure.height()))
          .writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String document = bytes.toString(StandardCharsets.UTF_8);
    return rounded(document.substring(document.indexOf("<svg")));
  }

  /** Coordinates to a hundredth of a pixel: a third smaller, looks the same. */
  private static String rounded(String svg) {
    return LONG_DECIMAL.matcher(svg).replaceAll(number -> round(number.group()));
  }

  private static String round(String number) {
    return new BigDecimal(number)
        .setScale(2, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  static byte[] png(Figure figure) {
    BufferedImage image =
        new BufferedImage(
            figure.width() * DENSITY, figure.height() * DENSITY, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(DENSITY, DENSITY);
    paint(figure, graphics);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void paint(Figure figure, Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, figure.width(), figure.height());
    figure.paint(graphics);
  }
}
