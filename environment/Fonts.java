import java.awt.Font;
import java.awt.font.FontRenderContext;

/** Fails where Java cannot measure text, which the first chart would otherwise discover. */
class Fonts {
  public static void main(String[] arguments) {
    new Font(Font.SANS_SERIF, Font.PLAIN, 12)
        .getStringBounds("σ", new FontRenderContext(null, true, true));
  }
}
