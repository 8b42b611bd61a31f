package designspace.training;

import designspace.core.Require;
import java.util.Arrays;

/** See {@link NoiseDensity#cells}. */
final class CellDensity implements NoiseDensity {
  private final double low;
  private final double width; // of a cell
  private final double[] cumulative; // 0 … 1, one more than cells

  private CellDensity(double low, double width, double[] cumulative) {
    this.low = low;
    this.width = width;
    this.cumulative = cumulative;
  }

  static CellDensity of(double sigmaMin, double sigmaMax, double... values) {
    Require.positive("sigmaMin", sigmaMin, "it is a noise level");
    Require.ordered("sigmaMin", sigmaMin, "sigmaMax", sigmaMax, "levels are drawn between");
    Require.atLeast(1, "cells", values.length, "something is drawn");
    double[] cumulative = new double[values.length + 1];
    for (int k = 0; k < values.length; k++) {
      Require.notNegative("values[" + k + "]", values[k], "it is a density");
      cumulative[k + 1] = cumulative[k] + values[k];
    }
    double sum = Require.positive("sum of values", cumulative[values.length], "something is drawn");
    double range = Math.log(sigmaMax / sigmaMin);
    return new CellDensity(
        Math.log(sigmaMin),
        range / values.length,
        Arrays.stream(cumulative).map(c -> c / sum).toArray());
  }

  @Override
  public double at(double lnSigma) {
    int cells = cumulative.length - 1;
    double place = (lnSigma - low) / width;
    if (place < 0 || place > cells) {
      return 0;
    }
    int k = Math.min(cells - 1, (int) place);
    return (cumulative[k + 1] - cumulative[k]) / width;
  }

  @Override
  public double below(double lnSigma) {
    int cells = cumulative.length - 1;
    double place = Math.min(cells, Math.max(0, (lnSigma - low) / width));
    int k = Math.min(cells - 1, (int) place);
    return cumulative[k] + (place - k) * (cumulative[k + 1] - cumulative[k]);
  }

  @Override
  public double quantile(double share) {
    NoiseDensity.checkedShare(share);
    int at = Arrays.binarySearch(cumulative, share);
    int k = at >= 0 ? at : -at - 2; // the cell's start is at most the share
    double mass = cumulative[k + 1] - cumulative[k];
    return low + width * (k + (mass > 0 ? (share - cumulative[k]) / mass : 0));
  }

  @Override
  public String toString() {
    return (cumulative.length - 1) + " cells";
  }
}
