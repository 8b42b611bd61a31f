package designspace.training;

import designspace.network.Backpropagation;
import designspace.network.ReluNetwork;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** What moves in minibatch training: the weights, what the optimizer remembers, the average. */
final class TrainingState {
  private final ReluNetwork[] networks; // weights, moments …, average if there is one
  private final double[][][] layers; // the same arrays by layer: layers[ℓ][which]
  private final TrainingSettings settings;
  private volatile boolean finite = true;

  private TrainingState(ReluNetwork[] networks, TrainingSettings settings) {
    this.networks = networks;
    this.settings = settings;
    layers = new double[networks[0].shape().layers()][networks.length][];
    for (int l = 0; l < layers.length; l++) {
      for (int which = 0; which < networks.length; which++) {
        layers[l][which] = networks[which].layer(l);
      }
    }
  }

  private static int count(TrainingSettings settings) {
    return 1 + settings.optimizer().moments() + (settings.averaging() > 0 ? 1 : 0);
  }

  /** Moments 0; the average is the network itself. */
  static TrainingState start(ReluNetwork network, TrainingSettings settings) {
    ReluNetwork[] networks = new ReluNetwork[count(settings)];
    Arrays.setAll(networks, which -> ReluNetwork.zero(network.shape()));
    networks[0] = network.copy();
    if (settings.averaging() > 0) {
      networks[networks.length - 1] = network.copy();
    }
    return new TrainingState(networks, settings);
  }

  private boolean averaged() {
    return settings.averaging() > 0;
  }

  TrainingState copy() {
    return new TrainingState(
        Arrays.stream(networks).map(ReluNetwork::copy).toArray(ReluNetwork[]::new), settings);
  }

  /** Live. */
  ReluNetwork weights() {
    return networks[0];
  }

  /** Live; the weights if none is kept. */
  ReluNetwork average() {
    return averaged() ? networks[networks.length - 1] : networks[0];
  }

  /** Makes this, piece by piece, what follows {@code from}, which has s steps behind it. */
  Backpropagation.Update after(TrainingState from, int s) {
    finite = true;
    double rate = settings.rate(s);
    return (l, gradient, start, end) -> {
      double[][] mine = layers[l];
      for (int which = 0; which < mine.length; which++) {
        System.arraycopy(from.layers[l][which], start, mine[which], start, end - start);
      }
      settings.optimizer().step(rate, s + 1, gradient, mine, start, end);
      if (averaged()) {
        average(mine[mine.length - 1], mine[0], settings.averaging(s), start, end);
      }
      if (!Arrays.stream(mine).allMatch(array -> isFinite(array, start, end))) {
        finite = false;
      }
    };
  }

  /** Whether all numbers of the last step are. */
  boolean isFinite() {
    return finite;
  }

  private static void average(double[] average, double[] w, double rho, int start, int end) {
    for (int i = start; i < end; i++) {
      average[i] = rho * average[i] + (1 - rho) * w[i];
    }
  }

  private static boolean isFinite(double[] array, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Double.isFinite(array[i])) {
        return false;
      }
    }
    return true;
  }

  void write(DataOutput out) throws IOException {
    for (ReluNetwork network : networks) {
      RunFile.write(out, network);
    }
  }

  static TrainingState read(DataInput in, TrainingSettings settings) throws IOException {
    ReluNetwork[] networks = new ReluNetwork[count(settings)];
    for (int which = 0; which < networks.length; which++) {
      networks[which] = RunFile.readNetwork(in);
    }
    return new TrainingState(networks, settings);
  }
}
