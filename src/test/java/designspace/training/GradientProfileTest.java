package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.GaussianMixture;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;

/** Density and weight: their product alone sets the mean of the gradient, not its variance. */
class GradientProfileTest {
  private static final double LOW = 0.01;
  private static final double HIGH = 20;

  private static final GradientPairs PAIRS = pairs();
  private static final GradientProfile PROFILE = GradientProfile.of(PAIRS, LOW, HIGH, 300);

  /** Two clusters in the plane and a network as EDM reads it, at its start. */
  private static GradientPairs pairs() {
    GaussianMixture data =
        GaussianMixture.of(
            new double[] {1, 2}, Points.of(new double[] {-0.6, 0}, new double[] {0.5, 0.3}), 0.2);
    Minibatches minibatches = Minibatches.edm(data, EdmBell.edm(), 1, 1);
    ReluNetwork network = ReluNetwork.practical(minibatches.shape(8, 2), 2);
    Points x = data.sample(12, new RandomStreams(3));
    return GradientPairs.drawn(network, minibatches.parametrization(), x, 4);
  }

  private static double norm(double[] v) {
    return Math.sqrt(dot(v, v));
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  private static double distance(double[] a, double[] b) {
    return norm(IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray());
  }

  private static void assertSame(double[] actual, double[] expected, double tolerance) {
    assertThat(norm(expected)).isPositive();
    assertThat(distance(actual, expected)).isLessThan(tolerance * norm(expected));
  }

  private static List<NoiseDensity> otherDraws() {
    return List.of(
        NoiseDensity.uniform(LOW, HIGH),
        NoiseDensity.normal(0, 1).within(LOW, HIGH),
        RivalWeighting.vp().density().within(LOW, HIGH),
        RivalWeighting.flow().density().within(LOW, HIGH));
  }

  /** Weights move into the density and back, at the same levels and on the same data and noise. */
  @Test
  void swappingDensityForWeightKeepsTheExpectedGradient() {
    for (LevelWeighting published : RivalWeighting.all()) {
      LevelWeighting weighting = published.within(LOW, HIGH);
      double[] expected = PROFILE.expected(weighting);
      for (NoiseDensity other : otherDraws()) {
        assertSame(PROFILE.expected(weighting.drawnFrom(other)), expected, 1e-12);
      }
      assertSame(PROFILE.expected(PROFILE.best(weighting)), expected, 1e-12);
    }
  }

  /** Pairs (p, w) that two papers published apart, with p w ∝ p′ w′. */
  @Test
  void publishedPairsWithOneTotalHaveOneGradient() {
    double[] flow = PROFILE.expected(RivalWeighting.flow());
    double[] velocity = PROFILE.expected(RivalWeighting.velocity().times(Math.PI / 2));
    assertSame(velocity, flow, 1e-12);
    double[] ve = PROFILE.expected(RivalWeighting.ve().times(Math.log(5000)));
    assertSame(ve, PROFILE.expected(RivalWeighting.elbo()), 1e-12);
    assertThat(distance(flow, ve)).isGreaterThan(0.1 * norm(ve)); // other totals differ
  }

  /**
   * Each integral by its own rule, at quantiles of its own density. At x = 0 the network's units
   * never switch on the ray σ(ξ, 1), so the integrand is smooth; and at these levels no density is
   * so thin that its quantiles run away, so that the rules are exact to rounding.
   */
  @Test
  void quadratureAtTheQuantilesOfEitherDensityAgrees() {
    ReluNetwork network = ReluNetwork.paper(2, 6, 1, 7);
    Points origin = Points.of(new double[2], new double[2]);
    GradientPairs pairs = GradientPairs.drawn(network, Parametrization.paper(), origin, 8);
    double low = 0.25;
    double high = 4;
    LevelWeighting weighting = RivalWeighting.edm2().within(low, high);
    double[] expected = atQuantiles(pairs, weighting);
    for (NoiseDensity other :
        List.of(
            NoiseDensity.uniform(low, high),
            RivalWeighting.cosine().density().within(low, high),
            RivalWeighting.laplace(1).density().within(low, high))) {
      assertSame(atQuantiles(pairs, weighting.drawnFrom(other)), expected, 1e-10);
    }
  }

  /** ∫₀¹ w(Q(v)) E g(Q(v)) dv: Gauss–Legendre on 32 panels, the middle one of whose ends is ½. */
  private static double[] atQuantiles(GradientPairs pairs, LevelWeighting weighting) {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(16);
    int panels = 32;
    int n = pairs.x().size();
    double[] sum = new double[pairs.gradient(0, 1).length];
    for (int panel = 0; panel < panels; panel++) {
      for (int q = 0; q < rule.getNumberOfPoints(); q++) {
        double share = (panel + 0.5 * (1 + rule.getPoint(q))) / panels;
        double sigma = Math.exp(weighting.density().quantile(share));
        double factor = 0.5 * rule.getWeight(q) / panels * weighting.weight(sigma) / n;
        for (int i = 0; i < n; i++) {
          double[] gradient = pairs.gradient(i, sigma);
          for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * gradient[j];
          }
        }
      }
    }
    return sum;
  }

  /** Drawn as a minibatch draws: mean along a direction and mean square, within 5 errors. */
  @Test
  void drawnGradientsHaveTheSameMeanAndTheirOwnMeanSquare() {
    LevelWeighting edm = RivalWeighting.edm().within(LOW, HIGH);
    double[] direction = PROFILE.expected(edm);
    List<LevelWeighting> ways =
        List.of(edm, edm.drawnFrom(NoiseDensity.uniform(LOW, HIGH)), PROFILE.best(edm));
    for (LevelWeighting way : ways) {
      NoiseLaw law = way.noiseLaw();
      RandomGenerator random = new RandomStreams(9).stream(1);
      double[] along = new double[6000];
      double[] squares = new double[along.length];
      for (int r = 0; r < along.length; r++) {
        double sigma = law.draw(random);
        double[] g = PAIRS.gradient(r % PAIRS.x().size(), sigma);
        along[r] = law.weight(sigma) * dot(g, direction);
        squares[r] = law.weight(sigma) * law.weight(sigma) * dot(g, g);
      }
      Estimate mean = Estimate.mean(along);
      assertThat(mean.value()).isCloseTo(dot(direction, direction), within(5 * mean.error()));
      Estimate square = Estimate.mean(squares);
      double expected = PROFILE.variance(way).meanSquare();
      assertThat(square.value()).isCloseTo(expected, within(5 * square.error()));
      assertThat(square.error()).isLessThan(0.1 * expected);
    }
  }

  @Test
  void theBestDensityHasTheLeastMeanSquare() {
    LevelWeighting edm = RivalWeighting.edm().within(LOW, HIGH);
    GradientVariance best = PROFILE.variance(PROFILE.best(edm));
    double root = 0; // ∫ β √E‖g‖² du
    double cell = Math.log(HIGH / LOW) / PROFILE.cells();
    for (int k = 0; k < PROFILE.cells(); k++) {
      root += cell * edm.total(Math.log(PROFILE.sigma(k))) * Math.sqrt(PROFILE.meanSquare(k));
    }
    assertThat(best.meanSquare() / (root * root)).isCloseTo(1, within(1e-12));
    for (NoiseDensity other : otherDraws()) {
      GradientVariance way = PROFILE.variance(edm.drawnFrom(other));
      assertThat(way.meanSquare()).isGreaterThan(best.meanSquare());
      assertThat(way.squaredMean() / best.squaredMean()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void waysNameTheirDraws() {
    List<GradientVariance> ways = PROFILE.ways(RivalWeighting.edm(), RivalWeighting.edm2());
    assertThat(ways)
        .extracting(GradientVariance::label)
        .containsExactly("as EDM", "as EDM2", "uniform in ln σ", "least mean square");
    GradientVariance own = ways.get(0);
    GradientVariance least = ways.get(3);
    assertThat(own.variance()).isGreaterThan(least.variance());
    assertThat(own.batchesOf(least)).isEqualTo(own.variance() / least.variance());
    assertThat(own.batchesOf(least)).isGreaterThan(1);
  }

  /**
   * EDM's weight is the inverse of what its preconditioning makes of the loss, so gradients are
   * alike at all levels: its own draws are nearly the best for its total weighting (1.01–1.06 at
   * the start of several networks). Without the preconditioning they are far from it (1e5).
   */
  @Test
  void underItsPreconditioningEdmDrawsNearlyTheBest() {
    assertThat(PROFILE.costOfDraws(RivalWeighting.edm())).isBetween(1.0, 1.2);
    assertThat(PROFILE.costOfDraws(RivalWeighting.edm2())).isBetween(1.0, 1.2);
    assertThat(PROFILE.costOfDraws(RivalWeighting.vp())).isGreaterThan(1.5);
    ReluNetwork network = ReluNetwork.paper(2, 8, 2, 2);
    GradientPairs plain = GradientPairs.drawn(network, Parametrization.paper(), PAIRS.x(), 4);
    GradientProfile profile = GradientProfile.of(plain, LOW, HIGH, 100);
    assertThat(profile.costOfDraws(RivalWeighting.edm())).isGreaterThan(10);
    LevelWeighting edm = RivalWeighting.edm().within(LOW, HIGH);
    double mean = 0; // E_p w√G, and its square's mean over its square
    double square = 0;
    double mass = 0;
    for (int k = 0; k < PROFILE.cells(); k++) {
      double sigma = PROFILE.sigma(k);
      double p = edm.density().at(Math.log(sigma)) * Math.log(HIGH / LOW) / PROFILE.cells();
      mass += p;
      mean += p * edm.weight(sigma) * Math.sqrt(PROFILE.meanSquare(k));
      square += p * edm.weight(sigma) * edm.weight(sigma) * PROFILE.meanSquare(k);
    }
    assertThat(mass).isCloseTo(1, within(1e-4));
    assertThat(PROFILE.costOfDraws(RivalWeighting.edm()))
        .isCloseTo(square / (mean * mean), within(1e-10));
  }

  @Test
  void refusals() {
    assertThatThrownBy(() -> GradientProfile.of(PAIRS, 2, 1, 5))
        .hasMessageContaining("sigmaMin = 2.0");
    assertThatThrownBy(() -> GradientProfile.of(PAIRS, 1, 2, 0)).hasMessageContaining("cells = 0");
    Points one = Points.of(new double[2]);
    assertThatThrownBy(
            () ->
                new GradientPairs(
                    PAIRS.network(), PAIRS.parametrization(), PAIRS.trained(), PAIRS.x(), one))
        .hasMessageContaining("noises = 1");
  }
}
