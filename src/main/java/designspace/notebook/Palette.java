package designspace.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Colours that a colour-blind reader can tell apart (Okabe and Ito 2008), with a dash and a marker
 * for each so that colour is never the only difference.
 */
final class Palette {
  static final Color INK = new Color(0x222222);
  static final Color GRID = new Color(0xdddddd);
  static final Color GUIDE = new Color(0x888888);
  static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);

  private static final Color[] COLORS = {
    new Color(0x0072b2),
    new Color(0xd55e00),
    new Color(0x009e73),
    new Color(0xcc79a7),
    new Color(0x56b4e9),
    new Color(0xe69f00),
    new Color(0x000000)
  };
  private static final float[][] DASHES = {null, {8, 4}, {2, 3}, {10, 3, 2, 3}, null, {8, 4}, null};
  private static final Marker[] MARKERS = {
    SeriesMarkers.CIRCLE,
    SeriesMarkers.SQUARE,
    SeriesMarkers.DIAMOND,
    SeriesMarkers.TRIANGLE_UP,
    SeriesMarkers.TRIANGLE_DOWN,
    SeriesMarkers.CROSS,
    SeriesMarkers.PLUS
  };

  private Palette() {}

  static Color color(int series) {
    return COLORS[series % COLORS.length];
  }

  static Color faint(int series) {
    Color color = color(series);
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), 70);
  }

  static Marker marker(int series) {
    return MARKERS[series % MARKERS.length];
  }

  static BasicStroke stroke(int series) {
    return stroke(1.8f, DASHES[series % DASHES.length]);
  }

  static BasicStroke stroke(float width, float[] dash) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
  }
}
