package designspace.notebook;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;

/** Text as outlines, so that an SVG looks the same wherever its fonts are missing. */
final class Text {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private Text() {}

  /** Centred on {@code x}, standing on {@code y}, in the current colour. */
  static void centre(Graphics2D graphics, Font font, String text, double x, double y) {
    Shape outline = font.createGlyphVector(EXACT, text).getOutline();
    double left = x - outline.getBounds2D().getCenterX();
    graphics.translate(left, y);
    graphics.fill(outline);
    graphics.translate(-left, -y);
  }
}
