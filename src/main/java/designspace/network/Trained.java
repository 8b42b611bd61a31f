package designspace.network;

/** Which layers a training changes. */
public enum Trained {
  /** W_1 … W_L, as eq. 8 prescribes; W_0 and W_{L+1} stay as drawn. */
  INNER,
  /** All of them, as in practice. */
  ALL;

  /** The first layer that changes. */
  public int first() {
    return this == INNER ? 1 : 0;
  }

  /** The last layer that changes. */
  public int last(Shape shape) {
    return this == INNER ? shape.depth() : shape.depth() + 1;
  }

  /** How many layers change. */
  public int count(Shape shape) {
    return last(shape) - first() + 1;
  }
}
