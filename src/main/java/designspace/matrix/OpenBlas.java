package designspace.matrix;

import dev.ludovic.netlib.blas.NativeBLAS;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * OpenBLAS on the arrays themselves. Its matrices are column-major: it sees every one transposed.
 */
final class OpenBlas implements Blas {
  private static final String CACHE = "org.bytedeco.javacpp.cachedir";
  private static final String LIBRARY = "dev.ludovic.netlib.blas.nativeLibPath";

  /** Held, or the level would be forgotten. */
  private static final Logger LOG = Logger.getLogger("dev.ludovic.netlib.blas");

  private final NativeBLAS blas;

  private OpenBlas(NativeBLAS blas) {
    this.blas = blas;
  }

  /**
   * Unpacks and loads the library.
   *
   * @throws IOException if there is no place for it
   * @throws LinkageError if it is missing or cannot run here
   */
  static OpenBlas load() throws IOException, URISyntaxException {
    LOG.setLevel(Level.OFF);
    if (System.getProperty(CACHE) == null) {
      System.setProperty(CACHE, besideTheClasses().toString());
    }
    String loaded = Loader.load(openblas_nolapack.class);
    if (Loader.addressof("openblas_set_num_threads") == null) {
      throw new UnsatisfiedLinkError("not OpenBLAS: " + loaded);
    }
    openblas_nolapack.blas_set_num_threads(1);
    System.setProperty(LIBRARY, library(Path.of(loaded).getParent()).toString());
    return new OpenBlas(NativeBLAS.getInstance());
  }

  private static Path besideTheClasses() throws URISyntaxException {
    var classes = OpenBlas.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(classes.toURI()).resolveSibling("native");
  }

  /** The file that is loaded already: the same path gives the same library, one thread and all. */
  private static Path library(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("libopenblas_nolapack."))
          .findFirst()
          .orElseThrow(() -> new IOException("no OpenBLAS in " + folder));
    }
  }

  @Override
  public void timesTransposed(int n, int m, int k, double[] a, double[] b, double[] c) {
    blas.dgemm("T", "N", m, n, k, 1, b, k, a, k, 0, c, m);
  }

  @Override
  public void times(int n, int m, int k, double[] a, double[] b, double[] c) {
    blas.dgemm("N", "N", m, n, k, 1, b, m, a, k, 0, c, m);
  }

  @Override
  public void transposedTimes(int n, int m, int k, double[] a, double[] b, double[] c) {
    blas.dgemm("N", "T", m, n, k, 1, b, m, a, n, 0, c, m);
  }

  @Override
  public String name() {
    return openblas_nolapack.OPENBLAS_VERSION.strip();
  }
}
