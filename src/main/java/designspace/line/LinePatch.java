package designspace.line;

/**
 * An even grid on a piece of the line that carries a density q. Patches overlap, and each point has
 * a share: shares fall smoothly to 0 at a patch's ends and sum to 1 at every place, so that Σ share
 * · spacing · f over all patches is ∫ f as exactly as the trapezoidal rule on the whole line.
 */
final class LinePatch {
  private final double low;
  private final double spacing;
  private final double[] share;
  private final double[] value;

  LinePatch(double low, double spacing, double[] share) {
    this.low = low;
    this.spacing = spacing;
    this.share = share;
    this.value = new double[share.length];
  }

  int size() {
    return value.length;
  }

  double spacing() {
    return spacing;
  }

  double place(int i) {
    return low + i * spacing;
  }

  /** Where x is, counted in points from the first. */
  double position(double x) {
    return (x - low) / spacing;
  }

  double share(int i) {
    return share[i];
  }

  /** q at point i. */
  double value(int i) {
    return value[i];
  }

  /** q share · spacing at point i: its part of the probability. */
  double mass(int i) {
    return value[i] * share[i] * spacing;
  }

  /** The values of q themselves. */
  double[] values() {
    return value;
  }
}
