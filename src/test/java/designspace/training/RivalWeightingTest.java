package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.matrix.Workers;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import designspace.schedule.Design;
import designspace.schedule.NoiseSchedule;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RivalWeightingTest {
  private static final List<LevelWeighting> ALL = RivalWeighting.all();

  private static double sech(double x) {
    return 1 / Math.cosh(x);
  }

  /**
   * The weighting w(λ) of each loss in the form that Kingma and Gao 2023 gave them, λ = log-SNR =
   * −2 ln σ, up to a factor; transcribed, not checked against the printed table.
   */
  private static DoubleUnaryOperator kingmaGao(String label) {
    return switch (label) {
      case "EDM" -> l -> gauss((l - 2.4) / 2.4) * (Math.exp(-l) + 0.25);
      case "cosine" -> l -> sech(l / 2);
      case "velocity, cosine", "flow matching" -> l -> Math.exp(-l / 2);
      case "P2" -> l -> sech(l / 2) / (1 + Math.exp(l));
      case "min-SNR-5" -> l -> sech(l / 2) * Math.min(1, 5 * Math.exp(-l));
      case "sigmoid" -> l -> 1 / (1 + Math.exp(l - 2));
      case "ELBO" -> l -> 1;
      default -> null;
    };
  }

  private static double gauss(double z) {
    return Math.exp(-0.5 * z * z);
  }

  @Property(seed = "1", tries = 200)
  void totalsAreThoseOfKingmaAndGao(@ForAll @DoubleRange(min = -5, max = 4) double u) {
    int compared = 0;
    for (LevelWeighting weighting : ALL) {
      DoubleUnaryOperator expected = kingmaGao(weighting.label());
      if (expected != null) {
        double ratio = weighting.total(u) / weighting.total(0);
        double wanted = expected.applyAsDouble(-2 * u) / expected.applyAsDouble(0);
        assertThat(ratio / wanted).as(weighting.label()).isCloseTo(1, within(1e-10));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(8);
  }

  /** VE is the ELBO on its range; velocity on cosine is flow matching: twice the same in total. */
  @Property(seed = "2", tries = 200)
  void someAreOne(@ForAll @DoubleRange(min = -4.6, max = 3.9) double u) {
    double ve = RivalWeighting.ve().total(u) * Math.log(5000);
    assertThat(ve).isCloseTo(1, within(1e-12));
    assertThat(RivalWeighting.elbo().total(u)).isCloseTo(1, within(1e-12));
    assertThat(RivalWeighting.flow().total(u) / Math.exp(u)).isCloseTo(1, within(1e-12));
    double velocity = RivalWeighting.velocity().total(u);
    assertThat(velocity / (2 / Math.PI * Math.exp(u))).isCloseTo(1, within(1e-12));
    NoiseDensity cosine = RivalWeighting.cosine().density();
    assertThat(cosine.at(u)).isCloseTo(sech(u) / Math.PI, within(1e-12));
    NoiseDensity logitNormal = RivalWeighting.stableDiffusion3().density();
    // The density of t over (0,1) for logit t ~ N(0,1), moved to ln σ = logit t by dt/du = t(1−t).
    double t = 1 / (1 + Math.exp(-u));
    double ofTime = gauss(Math.log(t / (1 - t))) / (t * (1 - t) * Math.sqrt(2 * Math.PI));
    assertThat(logitNormal.at(u) / (ofTime * t * (1 - t))).isCloseTo(1, within(1e-10));
  }

  /** The factors of the predictions, by predicting: any ξ̂, its x̂₀ from x_t, and so on. */
  @Property(seed = "3", tries = 200)
  void predictionsDifferByAFactorOfTheLevel(
      @ForAll @DoubleRange(min = -3, max = 3) double guess,
      @ForAll @DoubleRange(min = -5, max = 4) double u) {
    double sigma = Math.exp(u);
    double x0 = 0.7;
    double xi = -0.4;
    double square = (guess - xi) * (guess - xi);
    double alpha = 1 / Math.hypot(1, sigma); // α² + s² = 1
    double s = alpha * sigma;
    double data = (alpha * x0 + s * xi - s * guess) / alpha;
    double velocity = alpha * (guess - xi) - s * (data - x0);
    double t = sigma / (1 + sigma); // α = 1 − t, s = t
    double flowData = ((1 - t) * x0 + t * xi - t * guess) / (1 - t);
    double flow = guess - flowData - (xi - x0);
    double scale = 1e-11 * (1 + sigma * sigma) + 1e-11;
    assertThat(Prediction.NOISE.factor(sigma)).isEqualTo(1);
    assertThat((data - x0) * (data - x0))
        .isCloseTo(Prediction.DATA.factor(sigma) * square, within(scale));
    assertThat(velocity * velocity)
        .isCloseTo(Prediction.VELOCITY.factor(sigma) * square, within(scale));
    assertThat(flow * flow).isCloseTo(Prediction.FLOW.factor(sigma) * square, within(scale));
  }

  private static List<NoiseDensity> densities() {
    return List.of(
        NoiseDensity.normal(-1.2, 1.2),
        NoiseDensity.laplace(0, 0.25),
        NoiseDensity.uniform(0.01, 50),
        RivalWeighting.vp().density(),
        RivalWeighting.cosine().density(),
        RivalWeighting.flow().density(),
        NoiseDensity.normal(0, 1).within(0.1, 3),
        NoiseDensity.cells(0.01, 10, 1, 0, 4, 2));
  }

  @Property(seed = "4", tries = 200)
  void quantilesInvertTheDistribution(@ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
    for (NoiseDensity density : densities()) {
      double u = density.quantile(share);
      assertThat(density.below(u)).as("%s", density).isCloseTo(share, within(1e-9));
    }
  }

  /** ∫p from −30 to the quantile, by the midpoint rule; jumps and kinks cost a cell. */
  @Test
  void densitiesIntegrateToTheirDistribution() {
    double h = 1e-3;
    for (NoiseDensity density : densities()) {
      double sum = 0;
      for (double u = -30 + h / 2; u < 30; u += h) {
        sum += h * density.at(u);
        double end = u + h / 2;
        if (Math.abs(end - Math.rint(end)) < h / 4) {
          assertThat(sum).as("%s at %s", density, end).isCloseTo(density.below(end), within(2e-3));
        }
      }
      assertThat(sum).as("%s", density).isCloseTo(1, within(2e-3));
    }
  }

  @Test
  void drawsFollowTheDistribution() {
    int n = 4000;
    for (LevelWeighting weighting : ALL) {
      NoiseLaw law = weighting.noiseLaw();
      RandomGenerator random = new RandomStreams(5).stream(0);
      double[] shares = new double[n];
      for (int i = 0; i < n; i++) {
        double sigma = law.draw(random);
        shares[i] = weighting.density().below(Math.log(sigma));
        assertThat(law.weight(sigma)).isEqualTo(weighting.weight(sigma));
      }
      Arrays.sort(shares);
      double distance = 0; // Kolmogorov's; beyond 2/√n with probability 7e−4
      for (int i = 0; i < n; i++) {
        distance = Math.max(distance, Math.abs(shares[i] - (i + 0.5) / n));
      }
      assertThat(distance * Math.sqrt(n)).as(weighting.label()).isBetween(0.1, 2.0);
    }
  }

  /** EDM's total is two normal bells; their mean and deviation in closed form. */
  @Test
  void edmIsTwoBells() {
    for (LevelWeighting weighting : List.of(RivalWeighting.edm(), RivalWeighting.edm2())) {
      boolean first = weighting.label().equals("EDM");
      double mu = first ? -1.2 : -0.4;
      double s = first ? 1.2 : 1;
      double second = 4 * Math.exp(2 * mu + 2 * s * s);
      double sum = 1 + second;
      double mean = (mu + second * (mu + 2 * s * s)) / sum;
      double apart = 2 * s * s;
      double deviation = Math.sqrt(s * s + second / sum / sum * apart * apart);
      WeightingShape shape = weighting.shape(1e-5, 1e5);
      assertThat(shape.sum()).isCloseTo(sum, within(1e-6));
      assertThat(shape.mean()).isCloseTo(mean, within(1e-6));
      assertThat(shape.deviation()).isCloseTo(deviation, within(1e-6));
      // Stationary: 2σ²/(σ²+σ_d²) = (ln σ − μ)/s².
      double peak = shape.peak();
      double slope = 2 / (1 + 0.25 / (peak * peak)) - (Math.log(peak) - mu) / (s * s);
      assertThat(slope).isCloseTo(0, within(1e-6));
      EdmBell bell = new EdmBell(mu, s, 0.5);
      double u = 0.3; // the bell is β per unit of σ, over √(2π)s
      double ofBell = bell.at(Math.exp(u)) * Math.exp(u) / (Math.sqrt(2 * Math.PI) * s);
      assertThat(weighting.total(u)).isCloseTo(ofBell, within(1e-14));
    }
  }

  @Test
  void shapesInClosedForm() {
    WeightingShape cosine = RivalWeighting.cosine().shape(1e-7, 1e7);
    assertThat(cosine.peak()).isCloseTo(1, within(1e-6));
    assertThat(cosine.mean()).isCloseTo(0, within(1e-8));
    assertThat(cosine.deviation()).isCloseTo(Math.PI / 2, within(1e-3)); // of sech: π/2
    assertThat(cosine.height()).isCloseTo(1 / Math.PI, within(1e-6));
    // min(1, γσ²)/(π cosh u): the kink at σ = 1/√γ lies below the peak of 1/cosh.
    assertThat(RivalWeighting.minSnr(5).shape(0.002, 80).peak()).isCloseTo(1, within(1e-4));
    // σ³/(1+σ²)² for P2: 3/2 = 2σ²/(1+σ²) at σ² = 3.
    assertThat(RivalWeighting.p2(1, 1).shape(0.002, 80).peak())
        .isCloseTo(Math.sqrt(3), within(1e-5));
    // Flow: β = σ up to the end; mean of u under e^u on (−∞, ln 80] is ln 80 − 1, deviation 1.
    WeightingShape flow = RivalWeighting.flow().shape(1e-6, 80);
    assertThat(flow.peak()).isCloseTo(80, within(1e-6));
    assertThat(flow.mean()).isCloseTo(Math.log(80) - 1, within(1e-5));
    assertThat(flow.deviation()).isCloseTo(1, within(1e-5));
    WeightingShape ve = RivalWeighting.ve().shape(0.01, 50);
    assertThat(ve.deviation()).isCloseTo(Math.log(5000) / Math.sqrt(12), within(1e-6));
    // SD3: bells at 0, 1, 2 of weights 1, 2e^{1/2}, e².
    double b = 2 * Math.exp(0.5);
    double c = Math.exp(2);
    WeightingShape sd3 = RivalWeighting.stableDiffusion3().shape(1e-5, 1e5);
    assertThat(sd3.sum()).isCloseTo(1 + b + c, within(1e-6));
    assertThat(sd3.mean()).isCloseTo((b + 2 * c) / (1 + b + c), within(1e-6));
  }

  @Test
  void onADesignItIsTheSumOfCells() {
    Design design = Design.edm(0.002, 80, 7, 400);
    for (LevelWeighting weighting : ALL) {
      TotalWeighting total = weighting.on(design);
      assertThat(total.name()).isEqualTo(weighting.label());
      double sigma = total.sigma(200);
      double wanted = weighting.total(Math.log(sigma)) / sigma * (sigma - total.sigma(199));
      assertThat(total.beta(200)).isCloseTo(wanted, within(1e-12 * wanted + 1e-300));
    }
    // The right-end rule of ∫β dσ: first order in the cells.
    double sum = RivalWeighting.edm2().on(design).sum();
    assertThat(sum / RivalWeighting.edm2().shape(0.002, 80).sum()).isCloseTo(1, within(0.02));
  }

  @Test
  void normalisedTotalsHaveUnitSum() {
    for (LevelWeighting weighting : ALL) {
      DoubleUnaryOperator normalised = weighting.normalised(0.002, 80);
      double h = Math.log(40_000) / 4000;
      double sum = 0;
      for (int k = 0; k < 4000; k++) {
        sum += h * normalised.applyAsDouble(Math.log(0.002) + (k + 0.5) * h);
      }
      assertThat(sum).as(weighting.label()).isCloseTo(1, within(2e-3)); // a jump costs half a cell
    }
  }

  /** A network can be trained with any of them: a few steps stay finite. */
  @Test
  void anyOfThemTrains() {
    Gaussian data = Gaussian.isotropic(1, 0.5);
    for (LevelWeighting weighting : ALL) {
      NoiseLaw law = weighting.within(0.002, 80).noiseLaw();
      Minibatches batches = new Minibatches(data, law, Parametrization.edm(0.5), 16, 1);
      ReluNetwork network = ReluNetwork.practical(batches.shape(4, 1), 2);
      MinibatchTraining run =
          MinibatchTraining.start(network, batches, TrainingSettings.adam(1e-3), Workers.of(1));
      assertThat(run.advance(3).diverged()).as(weighting.label()).isFalse();
      assertThat(run.loss()).isFinite().isPositive();
    }
  }

  @Test
  void refusals() {
    assertThatThrownBy(() -> NoiseDensity.normal(0, 0)).hasMessageContaining("deviation = 0.0");
    assertThatThrownBy(() -> NoiseDensity.laplace(0, -1)).hasMessageContaining("scale = -1.0");
    assertThatThrownBy(() -> NoiseDensity.uniform(2, 1)).hasMessageContaining("sigmaMin = 2.0");
    assertThatThrownBy(() -> NoiseDensity.cells(1, 2)).hasMessageContaining("cells = 0");
    assertThatThrownBy(() -> NoiseDensity.cells(1, 2, 0, 0))
        .hasMessageContaining("sum of values = 0.0");
    assertThatThrownBy(() -> NoiseDensity.uniform(1, 2).quantile(1))
        .hasMessageContaining("share = 1.0");
    assertThatThrownBy(() -> NoiseDensity.uniform(1, 2).within(5, 6))
        .hasMessageContaining("probability of the range");
    assertThatThrownBy(() -> RivalWeighting.ve().shape(100, 200))
        .hasMessageContaining("sum of the weighting");
    assertThat(NoiseDensity.uniformTime(NoiseSchedule.flow()).below(0)).isEqualTo(0.5);
  }
}
