package designspace.notebook;

import java.awt.Graphics2D;

/** A picture with the numbers behind it. */
public interface Figure {
  /** One line that says what is shown. */
  String title();

  /** Width in pixels at normal resolution. */
  int width();

  /** Height in pixels at normal resolution. */
  int height();

  /** Draws the figure into the rectangle from (0,0) to (width, height). */
  void paint(Graphics2D graphics);

  /** The numbers shown, with a header line; empty if there are none. */
  String csv();
}
