package designspace.line;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One step of eq-10 with exact score on the line, x → x + Δτ S(σ,x) + √Δτ Z: forward for the law q,
 * backward for h(x) = E h′(x + Δτ S + √Δτ Z) together with the derivatives of E_q h in Δτ and in
 * the τ at which S is taken. They are moved onto the normal kernel, ∂E h′/∂m = E h′Z/√Δτ and ∂E
 * h′/∂Δτ = E h′(Z²−1)/2Δτ, so that h is never differentiated.
 */
final class LineStep {
  /** Points that hold less are left out. */
  private static final double NEGLIGIBLE = 1e-19;

  private final double deltaTau;
  private final List<LinePatch> from;
  private final List<LinePatch> to;
  private final List<GaussianWindow> windows;
  private final double[][] moved; // NaN where nothing is
  private final SmoothedLine data;

  private double inStep;
  private double inScore;

  /**
   * The step from a law.
   *
   * @param data the law with noise τ
   * @param grid where the new law is kept
   */
  LineStep(List<LinePatch> from, SmoothedLine data, double deltaTau, LineGrid grid) {
    this.deltaTau = deltaTau;
    this.from = from;
    this.data = data;
    moved = from.stream().map(this::moved).toArray(double[][]::new);
    double noise = Math.sqrt(deltaTau);
    double reach = GaussianWindow.REACH * noise;
    double low = places().min().orElseThrow() - reach;
    double high = places().max().orElseThrow() + reach;
    to = grid.patches(low, high);
    windows = to.stream().map(patch -> new GaussianWindow(noise / patch.spacing())).toList();
    for (int t = 0; t < to.size(); t++) {
      spread(to.get(t), windows.get(t));
    }
  }

  private double[] moved(LinePatch patch) {
    double[] places = new double[patch.size()];
    Arrays.fill(places, Double.NaN);
    for (int i = 0; i < places.length; i++) {
      if (patch.mass(i) > NEGLIGIBLE) {
        data.moveTo(patch.place(i));
        places[i] = patch.place(i) + deltaTau * data.score();
      }
    }
    return places;
  }

  private DoubleStream places() {
    return Arrays.stream(moved).flatMapToDouble(Arrays::stream).filter(x -> !Double.isNaN(x));
  }

  private void spread(LinePatch target, GaussianWindow window) {
    for (int p = 0; p < moved.length; p++) {
      for (int i = 0; i < moved[p].length; i++) {
        if (!Double.isNaN(moved[p][i])) {
          double mass = from.get(p).mass(i) / target.spacing();
          window.spread(target.values(), target.position(moved[p][i]), mass);
        }
      }
    }
  }

  /** The law it starts from. */
  List<LinePatch> from() {
    return from;
  }

  /** The law it leads to. */
  List<LinePatch> to() {
    return to;
  }

  /** h on the patches the step starts from, given h′ on those where it leads; both times share. */
  double[][] backward(double[][] next) {
    inStep = 0;
    inScore = 0;
    double[][] h = new double[moved.length][];
    for (int p = 0; p < h.length; p++) {
      h[p] = new double[moved[p].length];
      for (int i = 0; i < h[p].length; i++) {
        if (!Double.isNaN(moved[p][i])) {
          h[p][i] = from.get(p).share(i) * backward(next, from.get(p), i, moved[p][i]);
        }
      }
    }
    return h;
  }

  private double backward(double[][] next, LinePatch patch, int i, double place) {
    double mean = 0;
    double inPlace = 0;
    double inNoise = 0;
    for (int t = 0; t < next.length; t++) {
      GaussianWindow window = windows.get(t);
      window.gather(next[t], to.get(t).position(place));
      mean += window.zeroth();
      inPlace += window.first();
      inNoise += window.second();
    }
    inPlace /= Math.sqrt(deltaTau);
    inNoise = (inNoise - mean) / (2 * deltaTau);
    data.moveTo(patch.place(i));
    inStep += patch.mass(i) * (data.score() * inPlace + inNoise);
    inScore += patch.mass(i) * deltaTau * data.rate() * inPlace;
    return mean;
  }

  /** ∂E_q h/∂Δτ at fixed score, after {@link #backward}. */
  double inStep() {
    return inStep;
  }

  /** ∂E_q h/∂τ through the score at fixed Δτ, after {@link #backward}. */
  double inScore() {
    return inScore;
  }
}
