package designspace.notebook;

import designspace.claim.Chapter;
import designspace.claim.Claims;
import designspace.claim.Statement;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.Table;

/**
 * fig-1, the kit's own: every part of the Paper, the notebook that runs it, and what leads to what.
 * A dashed box is a notebook that is not written yet.
 */
public final class PaperMap implements Figure {
  private static final int WIDTH = 980;
  private static final int HEIGHT = 570;
  private static final int BOX_WIDTH = 206;
  private static final int BOX_HEIGHT = 66;
  private static final Font NAME = Palette.TEXT.deriveFont(Font.BOLD, 12.5f);
  private static final Font PART = Palette.TEXT.deriveFont(11.5f);

  /** A box and its place: column and row of a grid. */
  private record Box(Chapter chapter, double column, double row) {
    double x() {
      return 22 + column * 243;
    }

    double y() {
      return 62 + row * 96;
    }
  }

  private static final List<Box> BOXES =
      List.of(
          new Box(Chapter.START, 0, 0),
          new Box(Chapter.FORWARD, 0, 1.5),
          new Box(Chapter.MATCHING, 1, 0),
          new Box(Chapter.TRAINING, 1, 1),
          new Box(Chapter.SAMPLING, 1, 2),
          new Box(Chapter.GAUSSIAN, 1, 3),
          new Box(Chapter.SAMPLERS, 1, 4),
          new Box(Chapter.FULL_ERROR, 2, 1.5),
          new Box(Chapter.WEIGHTING, 2, 0),
          new Box(Chapter.SCHEDULES, 2, 3),
          new Box(Chapter.VERDICT, 3, 1.5),
          new Box(Chapter.RHO, 3, 2.5),
          new Box(Chapter.OPTIMAL, 3, 3.5),
          new Box(Chapter.ADVISOR, 3, 4.5));

  private static final Chapter[][] ARROWS = {
    {Chapter.START, Chapter.FORWARD},
    {Chapter.FORWARD, Chapter.MATCHING},
    {Chapter.FORWARD, Chapter.SAMPLING},
    {Chapter.MATCHING, Chapter.TRAINING},
    {Chapter.MATCHING, Chapter.WEIGHTING},
    {Chapter.TRAINING, Chapter.FULL_ERROR},
    {Chapter.SAMPLING, Chapter.FULL_ERROR},
    {Chapter.SAMPLING, Chapter.GAUSSIAN},
    {Chapter.GAUSSIAN, Chapter.SAMPLERS},
    {Chapter.GAUSSIAN, Chapter.SCHEDULES},
    {Chapter.FULL_ERROR, Chapter.VERDICT},
    {Chapter.WEIGHTING, Chapter.VERDICT},
    {Chapter.FULL_ERROR, Chapter.SCHEDULES},
    {Chapter.SCHEDULES, Chapter.RHO},
    {Chapter.SCHEDULES, Chapter.OPTIMAL},
    {Chapter.OPTIMAL, Chapter.ADVISOR},
  };

  private static final String[] HEADINGS = {"Diffusion", "Errors", "Design space", "Verdicts"};

  private final Path folder;

  /** The map as seen from the notebooks' folder, the kernel's working directory. */
  public PaperMap() {
    this(Path.of(""));
  }

  PaperMap(Path folder) {
    this.folder = folder;
  }

  /** The same as a table: statements of each notebook, with a link where it is written. */
  public Table table() {
    Rows rows = Rows.titled("Notebooks", "notebook", "part of the Paper", "run", "statements");
    for (Chapter chapter : Chapter.values()) {
      List<String> ids = chapter.statements().stream().map(Statement::id).toList();
      String name = chapter.notebook() + (written(chapter) ? ".ipynb" : " (planned)");
      String run = settled(chapter) + "/" + ids.size();
      rows.add(name, chapter.part(), run, String.join(", ", ids));
    }
    return rows.table();
  }

  private static long settled(Chapter chapter) {
    List<String> runnable = Claims.runnable();
    return chapter.statements().stream().filter(s -> runnable.contains(s.id())).count();
  }

  private boolean written(Chapter chapter) {
    return Files.exists(folder.resolve(chapter.notebook() + ".ipynb"));
  }

  @Override
  public String title() {
    return "The Paper and the notebooks that run it";
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return HEIGHT;
  }

  @Override
  public void paint(Graphics2D graphics) {
    graphics.setColor(Palette.INK);
    for (int column = 0; column < HEADINGS.length; column++) {
      Text.centre(
          graphics, Palette.TITLE, HEADINGS[column], 22 + column * 243 + BOX_WIDTH / 2.0, 36);
    }
    for (Chapter[] arrow : ARROWS) {
      arrow(graphics, box(arrow[0]), box(arrow[1]));
    }
    BOXES.forEach(box -> draw(graphics, box));
  }

  private static Box box(Chapter chapter) {
    return BOXES.stream().filter(box -> box.chapter() == chapter).findFirst().orElseThrow();
  }

  private void draw(Graphics2D graphics, Box box) {
    boolean written = written(box.chapter());
    RoundRectangle2D shape =
        new RoundRectangle2D.Double(box.x(), box.y(), BOX_WIDTH, BOX_HEIGHT, 14, 14);
    graphics.setColor(written ? new Color(0xe3f0f9) : Color.WHITE);
    graphics.fill(shape);
    graphics.setColor(written ? Palette.color(0) : Palette.GUIDE);
    graphics.setStroke(written ? new BasicStroke(2) : Palette.stroke(1.2f, new float[] {5, 4}));
    graphics.draw(shape);
    double middle = box.x() + BOX_WIDTH / 2.0;
    graphics.setColor(Palette.INK);
    String label = box.chapter().notebook().substring(0, 2) + "  " + box.chapter().title();
    Text.centre(graphics, NAME, label, middle, box.y() + 25);
    graphics.setColor(new Color(0x555555));
    Text.centre(graphics, PART, box.chapter().part(), middle, box.y() + 44);
    int all = box.chapter().statements().size();
    if (all > 0) {
      String count = settled(box.chapter()) + " of " + all + " statements run";
      Text.centre(graphics, PART, count, middle, box.y() + 59);
    }
  }

  /** From the right edge to the left edge of the next column, or down within a column. */
  private static void arrow(Graphics2D graphics, Box from, Box to) {
    boolean down = from.column() == to.column();
    double x1 = down ? from.x() + BOX_WIDTH / 2.0 : from.x() + BOX_WIDTH;
    double y1 = down ? from.y() + BOX_HEIGHT : from.y() + BOX_HEIGHT / 2.0;
    double x2 = down ? to.x() + BOX_WIDTH / 2.0 : to.x();
    double y2 = down ? to.y() : to.y() + BOX_HEIGHT / 2.0;
    graphics.setColor(Palette.GUIDE);
    graphics.setStroke(new BasicStroke(1.3f));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    double angle = Math.atan2(y2 - y1, x2 - x1);
    Path2D head = new Path2D.Double();
    head.moveTo(x2, y2);
    for (double side : new double[] {0.4, -0.4}) {
      head.lineTo(x2 - 9 * Math.cos(angle + side), y2 - 9 * Math.sin(angle + side));
    }
    head.closePath();
    graphics.fill(head);
  }

  @Override
  public String csv() {
    return Csv.of(table());
  }

  @Override
  public String toString() {
    long here = Arrays.stream(Chapter.values()).filter(this::written).count();
    return String.format(
        Locale.ROOT, "%s: %d of %d written", title(), here, Chapter.values().length);
  }
}
