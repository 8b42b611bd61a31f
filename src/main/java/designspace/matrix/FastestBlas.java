package designspace.matrix;

import java.io.IOException;
import java.net.URISyntaxException;

/** Chooses once, when first asked. */
final class FastestBlas {
  static final Blas INSTANCE = choose();

  private FastestBlas() {}

  private static Blas choose() {
    if ("loops".equals(System.getProperty("designspace.blas"))) {
      return new LoopBlas();
    }
    try {
      return OpenBlas.load();
    } catch (IOException | URISyntaxException | RuntimeException | LinkageError e) {
      return new LoopBlas(); // the name tells
    }
  }
}
