package designspace.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import designspace.bound.Initialization;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DataSummaryTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void hasTheMomentsOfTheSample() {
    Points sample =
        Gaussian.isotropic(new double[] {1, 2, 3}, 0.5).sample(50, new RandomStreams(3));
    DataSummary data = DataSummary.of(sample);
    double trace = Arrays.stream(sample.variance()).sum();
    assertThat(data.totalVariance()).isCloseTo(trace, within(ROUNDING));
    assertThat(data.sigmaData()).isCloseTo(Math.sqrt(trace / 3), within(ROUNDING));
    assertThat(data.spectrum()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(data.rank()).isEqualTo(3);
    assertThat(data.toString()).contains("50 points in 3-d");
  }

  /**
   * Two bumps of very different weight: the normal law of their variance understates the start
   * seven times. With the third cumulant two thirds are accounted for; the rest is of higher order,
   * and what 4000 points tell of a bump of 20.
   */
  @Test
  void skewnessMakesTheStartDearer() {
    GaussianMixture law =
        GaussianMixture.of(
            new double[] {0.005, 0.995},
            Points.of(new double[] {1.99}, new double[] {-0.01}),
            0.05);
    double sigma = 0.46;
    double normal = Initialization.of(Gaussian.isotropic(1, 0.1497), sigma, 2, 0).value();
    double truth = start(law, sigma);
    DataSummary data = DataSummary.of(law.sample(4000, new RandomStreams(8)));
    assertThat(truth / normal).isBetween(7.0, 8.0);
    assertThat((normal + data.skewnessNats(sigma)) / truth).isBetween(0.5, 1.0);
    Points round = Gaussian.isotropic(3, 1).sample(4000, new RandomStreams(9));
    assertThat(DataSummary.of(round).skewnessNats(1)).isLessThan(1e-4);
  }

  /** KL(p_T|N(0,τ)) by the trapezoidal rule. */
  private static double start(GaussianMixture law, double sigma) {
    Gaussian noise = Gaussian.isotropic(1, sigma);
    double sum = 0;
    for (double x = -12 * sigma; x < 12 * sigma; x += 0.05 * sigma) {
      double log = law.logDensity(sigma, new double[] {x});
      sum += Math.exp(log) * (log - noise.logDensity(0, new double[] {x})) * 0.05 * sigma;
    }
    return sum;
  }

  /** On a lattice every nearest neighbour is one spacing away. */
  @Test
  void findsNeighboursAndRepeatedRows() {
    double[][] rows = new double[50][];
    Arrays.setAll(rows, i -> new double[] {0.25 * (i % 7), 0.25 * (i / 7 % 7)});
    DataSummary data = DataSummary.of(rows);
    assertThat(data.size()).isEqualTo(49);
    assertThat(data.duplicates()).isEqualTo(1);
    assertThat(data.neighbourDistance()).isCloseTo(0.25, within(ROUNDING));
  }

  @Test
  void saysWhatAFewPointsInManyDimensionsDoNotShow() {
    Points sample = Gaussian.isotropic(40, 1).sample(25, new RandomStreams(4));
    assertThat(DataSummary.of(sample).rank()).isEqualTo(24);
    Advice advice = DesignAdvisor.of(sample).steps(10);
    assertThat(advice.limits()).anyMatch(line -> line.contains("rank 24 in 40 dimensions"));
    assertThat(advice.grid().steps()).isEqualTo(10);
  }

  /** One row at 10⁸ hides no direction, and is named; repeated rows are counted. */
  @Test
  void namesARowThatIsMostOfTheVariance() {
    double[] values = Gaussian.isotropic(2, 1).sample(500, new RandomStreams(7)).toArray();
    Points plain = Points.owning(values.clone(), 2);
    assertThat(DataSummary.of(plain).outlier()).isEmpty();
    values[2 * 341] = 1e8;
    values[2 * 3] = values[0]; // row 4 repeats row 1
    values[2 * 3 + 1] = values[1];
    DataSummary data = DataSummary.of(Points.owning(values, 2));
    assertThat(data.rank()).isEqualTo(2);
    assertThat(Math.sqrt(data.spectrum()[1])).isCloseTo(1, within(0.1));
    DataSummary.Outlier row = data.outlier().orElseThrow();
    assertThat(row.row()).isEqualTo(342);
    assertThat(row.share()).isCloseTo(1 - 1.0 / 500, within(1e-9));
    assertThat(data.toString()).contains("row 342 alone carries 100 % of the variance");
  }

  /** A sum of columns adds no direction, whatever the scale. */
  @Test
  void roundingIsNoDirection() {
    Points sample = Gaussian.isotropic(2, 1).sample(500, new RandomStreams(8));
    for (double scale : new double[] {1e-6, 1, 1e9}) {
      double[][] rows = new double[500][];
      Arrays.setAll(
          rows,
          i -> {
            double x = scale * sample.get(i, 0);
            double y = scale * sample.get(i, 1);
            return new double[] {x, y, x + y, 0.3 * x - 7 * y};
          });
      assertThat(DataSummary.of(rows).rank()).isEqualTo(2);
    }
  }

  @Test
  void refusesNonsenseByName() {
    double[][] rows = new double[30][];
    Arrays.setAll(rows, i -> new double[] {i, i * i % 7});
    refused("number of rows = 1", new double[] {1, 2});
    refused("number of different rows = 1", filled(30, 1, 2));
    double[][] constant = new double[30][];
    Arrays.setAll(constant, i -> new double[] {i, 5});
    refused("column 2 = constant 5", constant);
    rows[4][1] = Double.NaN;
    refused("row 5, column 2 = NaN", rows);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSummary.of(new double[] {1, 2}, new double[] {1}))
        .withMessageContaining("length of row 1 = 1");
  }

  private static double[][] filled(int n, double... row) {
    double[][] rows = new double[n][];
    Arrays.fill(rows, row);
    return rows;
  }

  private static void refused(String message, double[]... rows) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSummary.of(rows))
        .withMessageContaining(message);
  }
}
