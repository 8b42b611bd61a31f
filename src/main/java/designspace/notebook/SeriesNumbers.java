package designspace.notebook;

/** The numbers behind a chart. */
final class SeriesNumbers {
  private final StringBuilder csv = new StringBuilder("series,x,y\n");
  private double lowest = Double.POSITIVE_INFINITY;
  private double highest;

  void add(String name, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      lowest = y[i] > 0 ? Math.min(lowest, y[i]) : lowest;
      highest = Math.max(highest, y[i]);
      csv.append(Csv.cell(name)).append(',').append(Numbers.data(x[i]));
      csv.append(',').append(Numbers.data(y[i])).append('\n');
    }
  }

  /** How many powers of ten the positive values span. */
  double decades() {
    return Math.log10(highest / lowest);
  }

  String csv() {
    return csv.toString();
  }
}
