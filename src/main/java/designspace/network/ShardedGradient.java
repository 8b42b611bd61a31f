package designspace.network;

import designspace.matrix.Workers;
import java.util.stream.IntStream;

/** A gradient that shards of a batch contribute to; their sum, in order, is formed when needed. */
final class ShardedGradient {
  /** How many weights of a layer one task handles. */
  private static final int PIECE = 1 << 15;

  private final Trained trained;
  private final Workers workers;
  private final double[][][] parts; // a shard, a trained layer; the first becomes the sum
  private final int pieces;
  private boolean summed;

  ShardedGradient(Shape shape, Trained trained, int shards, Workers workers) {
    this.trained = trained;
    this.workers = workers;
    parts = new double[shards][trained.count(shape)][];
    for (double[][] part : parts) {
      for (int g = 0; g < part.length; g++) {
        part[g] = new double[shape.size(trained.first() + g)];
      }
    }
    pieces = IntStream.range(0, parts[0].length).map(this::pieces).sum();
  }

  private int pieces(int g) {
    return (parts[0][g].length + PIECE - 1) / PIECE;
  }

  /** Where a shard leaves its part, one array a trained layer. */
  double[][] part(int shard) {
    return parts[shard];
  }

  /** All parts are new. */
  void renewed() {
    summed = parts.length == 1;
  }

  /** All trained weights, piece by piece, several at once. */
  void update(Backpropagation.Update update) {
    boolean first = !summed;
    summed = true; // also if the update fails: then some pieces are sums, and none is added twice
    workers.run(pieces, piece -> update(piece, first, update));
  }

  private void update(int piece, boolean first, Backpropagation.Update update) {
    int g = 0;
    int p = piece;
    while (p >= pieces(g)) {
      p -= pieces(g++);
    }
    int from = p * PIECE;
    int to = Math.min(parts[0][g].length, from + PIECE);
    if (first) {
      sum(g, from, to);
    }
    update.accept(trained.first() + g, parts[0][g], from, to);
  }

  private void sum(int g, int from, int to) {
    double[] total = parts[0][g];
    for (int s = 1; s < parts.length; s++) {
      double[] part = parts[s][g];
      for (int i = from; i < to; i++) {
        total[i] += part[i];
      }
    }
  }

  double[] layer(int layer) {
    if (!summed) {
      update((l, gradient, from, to) -> {});
    }
    return parts[0][layer - trained.first()];
  }
}
