package designspace.network;

import designspace.core.Require;

/**
 * The sizes of a network with weights W_0 (width×inputs), W_1 … W_L (width×width) and W_{L+1}
 * (outputs×width).
 *
 * @param inputs p
 * @param width m
 * @param depth L, how many inner layers; at least 1
 * @param outputs d
 */
public record Shape(int inputs, int width, int depth, int outputs) {
  public Shape {
    Require.atLeast(1, "inputs", inputs, "the network sees something");
    Require.atLeast(1, "width", width, "a layer has a unit");
    Require.atLeast(1, "depth", depth, "the inner layers are those that eq. 8 trains");
    Require.atLeast(1, "outputs", outputs, "the network says something");
  }

  /** How many weight matrices, L+2. */
  public int layers() {
    return depth + 2;
  }

  /** Rows of W_ℓ. */
  public int rows(int layer) {
    return layer == depth + 1 ? outputs : width;
  }

  /** Columns of W_ℓ. */
  public int columns(int layer) {
    return layer == 0 ? inputs : width;
  }

  /** Number of weights of W_ℓ. */
  public int size(int layer) {
    return Require.product("weights", rows(layer), columns(layer), "a layer is one array");
  }
}
