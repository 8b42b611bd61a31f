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
    boolean interrupted = Thread.interrupted(); // which would close the files that are read
    try {
      return OpenBlas.load();
    } catch (IOException | URISyntaxException | RuntimeException | LinkageError e) {
      return new LoopBlas(); // the name tells
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
