package designspace.notebook;

import designspace.claim.Claims;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/** Connects the library to the notebook's kernel. */
public final class Kit {
  private Kit() {}

  /**
   * Teaches the kernel to show figures, XChart charts, Tablesaw tables and claims. JJava calls this
   * itself when the jar is loaded; in classic IJava call it once.
   *
   * @throws IllegalStateException outside a notebook
   */
  public static void install() {
    install(Kernel.current());
  }

  static void install(Kernel kernel) {
    kernel.register(Figure.class, Bundle::of);
    kernel.register(Chart.class, chart -> Bundle.of(new ChartFigure(chart)));
    kernel.register(Table.class, Bundle::of);
    kernel.register(Claims.class, Bundle::of);
  }

  /** Shows values in order, wherever in a cell. */
  public static void show(Object... values) {
    Kernel kernel = Kernel.current();
    for (Object value : values) {
      kernel.display(value);
    }
  }
}
