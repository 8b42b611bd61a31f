package designspace.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import designspace.core.RandomStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlasTest {
  private static final List<Blas> ALL = List.of(Blas.loops(), Blas.fastest());

  private static double[] draw(long seed, int size) {
    return new RandomStreams(seed).stream(0).doubles(size, -1, 1).toArray();
  }

  private static double[] transposed(int rows, int columns, double[] a) {
    return IntStream.range(0, rows * columns)
        .mapToDouble(i -> a[i % rows * columns + i / rows])
        .toArray();
  }

  /** By definition, within k·ε·|A||B|: any order of summation stays there. */
  private static void assertProduct(int n, int m, int k, double[] a, double[] b, double[] c) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        double sum = 0;
        double size = 0;
        for (int p = 0; p < k; p++) {
          sum += a[i * k + p] * b[p * m + j];
          size += Math.abs(a[i * k + p] * b[p * m + j]);
        }
        assertThat(Math.abs(c[i * m + j] - sum)).isLessThanOrEqualTo(k * Math.ulp(1.0) * size);
      }
    }
  }

  private static double[] dirty(int size) {
    double[] c = new double[size];
    Arrays.fill(c, Double.NaN);
    return c;
  }

  private static void assertAllThree(int n, int m, int k) {
    double[] a = draw(n, n * k);
    double[] b = draw(m + 1000, k * m);
    for (Blas blas : ALL) {
      double[] c = dirty(n * m);
      blas.times(n, m, k, a, b, c);
      assertProduct(n, m, k, a, b, c);
      c = dirty(n * m);
      blas.timesTransposed(n, m, k, a, transposed(k, m, b), c);
      assertProduct(n, m, k, a, b, c);
      c = dirty(n * m);
      blas.transposedTimes(n, m, k, transposed(n, k, a), b, c);
      assertProduct(n, m, k, a, b, c);
    }
  }

  @Property(tries = 150, seed = "1")
  void smallProductsAreTheDefinition(
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = 1, max = 40) int m,
      @ForAll @IntRange(min = 1, max = 40) int k) {
    assertAllThree(n, m, k);
  }

  @Property(tries = 12, seed = "2", edgeCases = EdgeCasesMode.NONE)
  void largeProductsAreTheDefinition(
      @ForAll @IntRange(min = 1, max = 400) int n,
      @ForAll @IntRange(min = 1, max = 400) int m,
      @ForAll @IntRange(min = 1, max = 400) int k) {
    assertAllThree(n, m, k);
  }

  @Test
  void productsOfANetworkAreTheDefinition() {
    assertAllThree(128, 128, 16);
    assertAllThree(256, 16, 128);
    assertAllThree(130, 257, 513);
  }

  /** The arrays may be longer than the matrices; the rest stays. */
  @Test
  void onlyTheOutputIsWritten() {
    for (Blas blas : ALL) {
      double[] a = draw(1, 5000);
      double[] b = draw(2, 5000);
      double[] c = draw(3, 5000);
      blas.times(30, 31, 32, a, b, c);
      blas.timesTransposed(30, 31, 32, a, b, c);
      blas.transposedTimes(30, 31, 32, a, b, c);
      assertThat(a).isEqualTo(draw(1, 5000));
      assertThat(b).isEqualTo(draw(2, 5000));
      assertThat(Arrays.copyOfRange(c, 930, 5000))
          .isEqualTo(Arrays.copyOfRange(draw(3, 5000), 930, 5000));
    }
  }

  @Test
  void repeatsToTheBitOnAnyThread() {
    int n = 203;
    double[] a = draw(1, n * n);
    double[] b = draw(2, n * n);
    for (Blas blas : ALL) {
      double[] once = new double[3 * n * n];
      product(blas, n, a, b, once);
      double[][] again = new double[40][3 * n * n];
      Workers.of(4).run(again.length, shard -> product(blas, n, a, b, again[shard]));
      for (double[] c : again) {
        assertThat(Arrays.equals(once, c)).as(blas.name()).isTrue();
      }
    }
  }

  /** All three, one behind the other. */
  private static void product(Blas blas, int n, double[] a, double[] b, double[] into) {
    double[] c = new double[n * n];
    blas.times(n, n, n, a, b, c);
    System.arraycopy(c, 0, into, 0, c.length);
    blas.timesTransposed(n, n, n, a, b, c);
    System.arraycopy(c, 0, into, c.length, c.length);
    blas.transposedTimes(n, n, n, a, b, c);
    System.arraycopy(c, 0, into, 2 * c.length, c.length);
  }

  @Test
  void anArrayTooShortIsRefused() {
    for (Blas blas : ALL) {
      for (int n : new int[] {3, 150}) {
        double[] full = new double[n * n];
        double[] shorter = new double[n * n - 1];
        assertThatThrownBy(() -> blas.times(n, n, n, shorter, full, full.clone()))
            .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> blas.times(n, n, n, full, shorter, full.clone()))
            .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> blas.times(n, n, n, full, full, shorter))
            .isInstanceOf(IndexOutOfBoundsException.class);
      }
    }
  }

  /** In the order of the definition, with or without the compiler. */
  @Property(tries = 40, seed = "3")
  void loopsAreTheDefinitionToTheBit(
      @ForAll @IntRange(min = 1, max = 300) int n,
      @ForAll @IntRange(min = 1, max = 300) int m,
      @ForAll @IntRange(min = 1, max = 20) int k) {
    double[] a = draw(n, n * k);
    double[] b = draw(m + 1000, k * m);
    double[] c = dirty(n * m);
    Blas.loops().times(n, m, k, a, b, c);
    for (int i = 0; i < n * m; i++) {
      double sum = 0;
      for (int p = 0; p < k; p++) {
        sum += a[i / m * k + p] * b[p * m + i % m];
      }
      assertThat(c[i]).isEqualTo(sum);
    }
  }

  @Test
  void namesWhatComputes() {
    assertThat(Blas.loops().name()).isEqualTo("plain loops");
    assertThat(Blas.fastest().name()).matches("OpenBLAS \\d.*|plain loops");
    assertThat(Blas.fastest()).isSameAs(Blas.fastest());
  }

  /** One library, or its one thread would be set in another than the one that computes. */
  @Test
  void oneOpenBlasIsLoaded() throws IOException {
    Path maps = Path.of("/proc/self/maps");
    assumeTrue(Files.exists(maps) && !Blas.fastest().name().equals(Blas.loops().name()));
    try (Stream<String> lines = Files.lines(maps)) {
      assertThat(lines.filter(line -> line.contains("libopenblas")).map(BlasTest::path).distinct())
          .hasSize(1);
    }
  }

  private static String path(String line) {
    return line.substring(line.indexOf('/'));
  }
}
