package designspace.sampling;

import java.util.random.RandomGenerator;

/** A stream of chosen normal draws, over and over; for tests. */
final class Draws implements RandomGenerator {
  private final double[] values;
  private int next;

  private Draws(double... values) {
    this.values = values;
  }

  static RandomGenerator of(double... values) {
    return new Draws(values);
  }

  static RandomGenerator[] silent(int streams) {
    RandomGenerator[] random = new RandomGenerator[streams];
    for (int i = 0; i < streams; i++) {
      random[i] = of(0);
    }
    return random;
  }

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException("normal draws only");
  }

  @Override
  public double nextGaussian() {
    return values[next++ % values.length];
  }
}
