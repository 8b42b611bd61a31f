package designspace.sampling;

/** One direction on its way down one grid, step after step. */
@FunctionalInterface
public interface LinearRun {
  /** Step {@code k} of a coordinate's law; k = 0 … N−1 in order, once each. */
  Deviation step(int k, Deviation x);
}
