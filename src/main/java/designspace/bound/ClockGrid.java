package designspace.bound;

import java.util.Arrays;
import java.util.List;

/**
 * N steps between stations, which are σ_max, the upper ends of some flats and σ_min: uniform in the
 * clock from one to the next. A stretch of clock length Θ_s in n_s steps costs Θ_s²/4n_s, so each
 * further step goes where Θ_s²/(n_s(n_s+1)) is greatest; that is the least sum.
 */
final class ClockGrid {
  private final LowerEnvelope envelope;
  private final int[] stations; // mesh points, high noise first
  private final int[] counts; // steps of each stretch

  /**
   * Allots the steps.
   *
   * @param kept fewer than {@code steps} flats, none at σ_max
   */
  ClockGrid(LowerEnvelope envelope, List<LowerEnvelope.Flat> kept, int steps) {
    this.envelope = envelope;
    stations = new int[kept.size() + 2];
    for (int i = 0; i < kept.size(); i++) {
      stations[i + 1] = kept.get(i).upper();
    }
    stations[kept.size() + 1] = envelope.last();
    Arrays.sort(stations);
    counts = new int[kept.size() + 1];
    Arrays.fill(counts, 1);
    for (int used = counts.length; used < steps; used++) {
      counts[dearest()]++;
    }
  }

  /** The levels, largest first. */
  double[] levels() {
    double[] levels = new double[Arrays.stream(counts).sum() + 1];
    int k = 0;
    for (int stretch = 0; stretch < counts.length; stretch++) {
      levels[k++] = envelope.sigma(stations[stretch]);
      double start = envelope.clock(stations[stretch]);
      for (int i = 1; i < counts[stretch]; i++) {
        levels[k++] = envelope.sigmaAt(start + length(stretch) * i / counts[stretch]);
      }
    }
    levels[k] = envelope.sigma(envelope.last());
    return levels;
  }

  private int dearest() {
    int dearest = 0;
    for (int stretch = 1; stretch < counts.length; stretch++) {
      if (gain(stretch) > gain(dearest)) {
        dearest = stretch;
      }
    }
    return dearest;
  }

  private double gain(int stretch) {
    return length(stretch) * length(stretch) / counts[stretch] / (counts[stretch] + 1);
  }

  private double length(int stretch) {
    return envelope.clock(stations[stretch + 1]) - envelope.clock(stations[stretch]);
  }
}
