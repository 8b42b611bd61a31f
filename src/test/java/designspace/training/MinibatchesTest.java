package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.matrix.Blas;
import designspace.matrix.Workers;
import designspace.network.Backpropagation;
import designspace.network.LeastSquares;
import designspace.network.NetworkScore;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import designspace.network.Shape;
import designspace.network.Trained;
import designspace.schedule.Design;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MinibatchesTest {
  private static final int BATCHES = 600;
  private static final int SIZE = 64;
  private static final double SIGMA_DATA = 0.6;
  private static final Parametrization EDM = Parametrization.edm(SIGMA_DATA);
  private static final TotalWeighting WEIGHTING =
      TotalWeighting.given(Design.edm(0.1, 3, 3, 4), 2, 1, 0.5, 0.1);

  private static Backpropagation loss(Shape shape, LeastSquares batch) {
    return new Backpropagation(shape, Trained.ALL, batch, Workers.of(1), Blas.fastest());
  }

  /**
   * Without a network EDM's score is −x/(τ+σ_data²); on N(0, c²I) its loss a dimension is ½E
   * w(σ)(τ(c²+τ)/(τ+σ_data²)² − 2τ/(τ+σ_data²) + 1), for c = σ_data simply ½ under EDM's law.
   */
  @Test
  void theMeanLossIsThePopulationObjective() {
    double c = 0.9;
    DoubleUnaryOperator level =
        sigma -> {
          double tau = sigma * sigma;
          double a = 1 / (tau + SIGMA_DATA * SIGMA_DATA);
          return a * a * tau * (c * c + tau) - 2 * a * tau + 1;
        };
    double discrete = 0;
    for (int j = 1; j <= WEIGHTING.levels(); j++) {
      discrete += WEIGHTING.beta(j) * level.applyAsDouble(WEIGHTING.sigma(j));
    }
    EdmBell bell = new EdmBell(-0.5, 1, SIGMA_DATA);
    double continuous = 0;
    double du = 0.01;
    for (double u = -9; u < 8; u += du) {
      double sigma = Math.exp(u);
      continuous += bell.at(sigma) * level.applyAsDouble(sigma) * sigma * du;
    }
    assertMeanLoss(NoiseLaw.levels(WEIGHTING), c, discrete); // ½ · 2 dimensions
    assertMeanLoss(NoiseLaw.edm(bell), c, continuous / Math.sqrt(2 * Math.PI));
    assertMeanLoss(NoiseLaw.edm(bell), SIGMA_DATA, 1);
  }

  private static void assertMeanLoss(NoiseLaw law, double c, double expected) {
    Minibatches minibatches = new Minibatches(Gaussian.isotropic(2, c), law, EDM, SIZE, 5);
    ReluNetwork nothing = ReluNetwork.zero(minibatches.shape(3, 1));
    double[] losses =
        LongStream.range(0, BATCHES)
            .mapToDouble(
                s -> loss(nothing.shape(), minibatches.batch(nothing.shape(), s)).loss(nothing))
            .toArray();
    Estimate mean = Estimate.mean(losses);
    assertThat(mean.value()).isCloseTo(expected, within(5 * mean.error()));
    assertThat(mean.error()).isLessThan(0.01 * expected);
  }

  /**
   * On six points, with each level of a weighting: the mean gradient is that of the objective of
   * eq-7, there averaged over its fixed noise.
   */
  @Test
  void theMeanGradientIsThatOfTheObjective() {
    Points clean = Gaussian.isotropic(2, 1).sample(6, new RandomStreams(1));
    Minibatches minibatches =
        new Minibatches(GaussianMixture.points(clean), NoiseLaw.levels(WEIGHTING), EDM, SIZE, 7);
    ReluNetwork network = ReluNetwork.practical(minibatches.shape(8, 2), 2);
    Shape shape = network.shape();
    Estimate[] stochastic = projections(network, s -> minibatches.batch(shape, s));
    Estimate[] objective =
        projections(
            network, s -> DenoisingObjective.of(clean, WEIGHTING, s).leastSquares(shape, EDM));
    double largest = Stream.of(objective).mapToDouble(e -> Math.abs(e.value())).max().orElseThrow();
    for (int k = 0; k < objective.length; k++) {
      double error = Math.hypot(stochastic[k].error(), objective[k].error());
      assertThat(stochastic[k].value()).isCloseTo(objective[k].value(), within(5 * error));
      assertThat(error).isLessThan(0.05 * largest);
    }
  }

  /** Means of ⟨direction, ∇loss⟩ along six directions. */
  private static Estimate[] projections(ReluNetwork network, LongFunction<LeastSquares> batch) {
    double[][] values = new double[6][BATCHES];
    for (int s = 0; s < BATCHES; s++) {
      Backpropagation loss = loss(network.shape(), batch.apply(s));
      loss.lossAndGradient(network);
      for (int k = 0; k < values.length; k++) {
        RandomGenerator random = new RandomStreams(9).stream(k);
        for (int l = 0; l < network.shape().layers(); l++) {
          for (double g : loss.gradient(l)) {
            values[k][s] += random.nextGaussian() * g;
          }
        }
      }
    }
    return Stream.of(values).map(Estimate::mean).toArray(Estimate[]::new);
  }

  /** Loss and gradient of least squares against differences of the loss of the score itself. */
  @Test
  void edmsPreconditioningIsDifferentiated() {
    Points clean = Gaussian.isotropic(2, 0.8).sample(5, new RandomStreams(1));
    DenoisingObjective objective = DenoisingObjective.of(clean, WEIGHTING, 3);
    ReluNetwork network = ReluNetwork.practical(new Shape(4, 8, 2, 2), 4);
    Backpropagation loss = loss(network.shape(), objective.leastSquares(network.shape(), EDM));
    double value = objective.empirical(new NetworkScore(network, EDM));
    assertThat(loss.lossAndGradient(network)).isCloseTo(value, within(1e-12 * value));
    double step = 1e-6;
    for (int l = 0; l < network.shape().layers(); l++) {
      double[] layer = network.layer(l);
      for (int i = 0; i < layer.length; i++) {
        double kept = layer[i];
        layer[i] = kept + step;
        double there = objective.empirical(new NetworkScore(network, EDM));
        layer[i] = kept - step;
        double back = objective.empirical(new NetworkScore(network, EDM));
        layer[i] = kept;
        assertThat(loss.gradient(l)[i])
            .as("layer %d, weight %d", l, i)
            .isCloseTo((there - back) / (2 * step), within(1e-8 * (1 + value)));
      }
    }
  }

  @Test
  void batchesDependOnSeedAndStepAlone() {
    Gaussian data = Gaussian.isotropic(2, 1);
    NoiseLaw law = NoiseLaw.levels(WEIGHTING);
    Minibatches one = new Minibatches(data, law, EDM, 10, 1);
    Shape shape = one.shape(3, 1);
    long expected = one.batch(shape, 4).fingerprint();
    assertThat(new Minibatches(data, law, EDM, 10, 1).batch(shape, 4).fingerprint())
        .isEqualTo(expected);
    assertThat(one.batch(shape, 5).fingerprint()).isNotEqualTo(expected);
    assertThat(new Minibatches(data, law, EDM, 10, 2).batch(shape, 4).fingerprint())
        .isNotEqualTo(expected);
    assertThatThrownBy(() -> one.batch(new Shape(3, 3, 1, 2), 0))
        .hasMessageContaining("inputs = 3");
    assertThatThrownBy(() -> new Minibatches(data, law, EDM, 0, 1))
        .hasMessageContaining("size = 0");
  }
}
