package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.claim.MixtureReference;
import designspace.core.Estimate;
import designspace.core.Points;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LineDensity;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreError;
import designspace.score.ScoreFunction;
import designspace.score.ScoreInjection;
import org.junit.jupiter.api.Test;

/** B1: the ledger, three ways: closed forms and quadrature, simulation of its terms, definition. */
class LedgerTest {
  private static final LinearSampler EQ_10 = LinearSampler.EXPONENTIAL_INTEGRATOR;
  private static final int N = 20_000;

  private static final GaussianMixture LINE = MixtureReference.DATA;

  /** Bimodal along the first axis, Gaussian along the others: its errors are sums over axes. */
  private static GaussianMixture split(int d) {
    double[] left = new double[d];
    left[0] = -1.5;
    double[] right = new double[d];
    right[0] = 1.5;
    return GaussianMixture.of(new double[] {0.4, 0.6}, Points.of(left, right), 0.5);
  }

  private static final NoiseGrid GRID = NoiseGrid.polynomial(0.1, 20, 7, 20);

  private static void agree(Estimate sampled, double exact) {
    assertThat(sampled.value()).isCloseTo(exact, within(4 * sampled.error()));
  }

  @Test
  void threeRoutesAgreeOnTheLine() {
    ScoreFunction wrong = ScoreInjection.multiplicative(LINE, -0.3);
    BoundReport exact =
        PathLedger.withScoreError(
            PathLedger.exactScore(LINE, GRID),
            GRID,
            sigma -> 0.09 * LINE.information().fisherInformation(sigma * sigma).value());
    BoundReport sampled = SampledLedger.of(LINE, GRID, wrong, N, 1);
    for (String name : new String[] {"initialization", "score", "discretization"}) {
      double relative = sampled.term(name).error() / sampled.nats(name);
      assertThat(relative).as(name).isLessThan(0.02);
      assertThat(sampled.nats(name))
          .as(name)
          .isCloseTo(exact.nats(name), within(4 * sampled.term(name).error()));
    }
    agree(PathLikelihood.klNats(LINE, GRID, wrong, N, 2), exact.totalNats());
  }

  @Test
  void stepsAddUpAndAreNotNegative() {
    BoundReport exact = PathLedger.exactScore(LINE, GRID);
    BoundReport sampled = SampledLedger.of(LINE, GRID, N, 3);
    Term discretization = exact.term("discretization");
    double sum = 0;
    for (int k = 0; k < GRID.steps(); k++) {
      assertThat(discretization.nats(k)).isPositive();
      // A mean of squares of a heavy-tailed difference: its relative error is a few times 1/√n.
      assertThat(sampled.term("discretization").nats(k) / discretization.nats(k))
          .isCloseTo(1, within(0.05));
      sum += discretization.nats(k);
    }
    assertThat(sum).isCloseTo(exact.nats("discretization"), within(1e-12));
    double[] decades = GRID.decades();
    double byDecade = 0;
    for (int i = 0; i + 1 < decades.length; i++) {
      byDecade += discretization.nats(GRID, decades[i], decades[i + 1]);
    }
    assertThat(byDecade).isCloseTo(sum, within(1e-12));
  }

  @Test
  void inMoreDimensionsTheLedgerIsASumOverAxes() {
    for (int d : new int[] {2, 16}) {
      GaussianMixture data = split(d);
      BoundReport axis = PathLedger.exactScore(split(1), GRID);
      BoundReport rest = PathLedger.exactScore(EQ_10, Gaussian.isotropic(d - 1, 0.5), GRID);
      BoundReport sampled = SampledLedger.of(data, GRID, N / 4, d);
      for (String name : new String[] {"initialization", "discretization"}) {
        assertThat(sampled.nats(name))
            .as(name + " in " + d)
            .isCloseTo(axis.nats(name) + rest.nats(name), within(4 * sampled.term(name).error()));
      }
      ScoreFunction score = ScoreFunction.exact(data);
      agree(
          PathLikelihood.klNats(data, GRID, score, N / 4, d + 1),
          axis.totalNats() + rest.totalNats());
    }
  }

  /** Against the exact density of eq-10 on the line, and sums over axes in the plane. */
  @Test
  void marginalKlFromPathsIsTheTruth() {
    NoiseGrid grid = NoiseGrid.geometric(0.1, 10, 40);
    GaussianMixture plane = split(2);
    double line = LineDensity.of(ScoreFunction.exact(split(1)), grid, 0.5, 3).klNats(split(1), 0.1);
    double other = GaussianLaw.of(EQ_10, Gaussian.isotropic(1, 0.5), grid).klNats();
    Estimate one = MarginalKl.nats(split(1), grid, ScoreFunction.exact(split(1)), 4000, 100, 5);
    Estimate two = MarginalKl.nats(plane, grid, ScoreFunction.exact(plane), 4000, 100, 6);
    agree(one, line);
    agree(two, line + other);
    assertThat(one.error()).isLessThan(0.1 * line);
    assertThat(two.error()).isLessThan(0.1 * (line + other));
  }

  @Test
  void injectedErrorsHaveTheirProfile() {
    double sigma = 0.7;
    ScoreFunction biased = ScoreInjection.bias(LINE, s -> new double[] {0.3 / s});
    double square = 0.09 / (sigma * sigma);
    assertThat(ScoreError.onLine(biased, LINE, sigma, 1).value()).isCloseTo(square, within(1e-12));
    ScoreFunction scaled = ScoreInjection.multiplicative(LINE, 0.2);
    double j = LINE.information().fisherInformation(sigma * sigma).value();
    assertThat(ScoreError.onLine(scaled, LINE, sigma, 1).value())
        .isCloseTo(0.04 * j, within(1e-10));
    agree(ScoreError.sampled(scaled, LINE, sigma, N, 7), 0.04 * j);
    ScoreFunction field = ScoreInjection.randomField(LINE, 0.1, 2, 8);
    Estimate quadrature = ScoreError.onLine(field, LINE, sigma, 1);
    agree(ScoreError.sampled(field, LINE, sigma, N, 9), quadrature.value());
    // E‖F‖² is 1 over fields; one field of 32 waves is within a factor of a few.
    assertThat(quadrature.value() * sigma * sigma / 0.01).isBetween(0.1, 5.0);
    Points at = Points.of(new double[] {0.3}, new double[] {-1});
    assertThat(ScoreInjection.randomField(LINE, 0.1, 2, 8).at(sigma, at))
        .isEqualTo(field.at(sigma, at));
    assertThatThrownBy(() -> ScoreInjection.bias(LINE, s -> new double[2]).at(1, at))
        .hasMessageContaining("dimension of bias = 2: expected 1");
  }

  /** A wrong score only adds its own term, with any injection: B1's cross terms vanish. */
  @Test
  void crossTermsVanish() {
    for (ScoreFunction wrong :
        new ScoreFunction[] {
          ScoreInjection.bias(LINE, sigma -> new double[] {0.5 / (1 + sigma)}),
          ScoreInjection.randomField(LINE, 0.3, 1.5, 10)
        }) {
      BoundReport ledger =
          PathLedger.withScoreError(
              PathLedger.exactScore(LINE, GRID),
              GRID,
              sigma -> ScoreError.onLine(wrong, LINE, sigma, 1).value());
      agree(PathLikelihood.klNats(LINE, GRID, wrong, N, 11), ledger.totalNats());
      double marginal = LineDensity.of(wrong, GRID, 0.2, 3).klNats(LINE, GRID.sigmaMin());
      assertThat(marginal).isLessThan(ledger.totalNats());
    }
  }

  /** A score of another shape, none, or not a number must not become a plausible error. */
  @Test
  void refusesScoresThatAreNone() {
    ScoreFunction wide = (sigma, x) -> Points.owning(new double[3 * x.size()], 3);
    ScoreFunction none = (sigma, x) -> null;
    ScoreFunction broken = (sigma, x) -> x.map(p -> new double[] {Double.NaN});
    for (ScoreFunction wrong : new ScoreFunction[] {wide, none, broken}) {
      String reason = wrong == wide ? "dimension of score = 3" : wrong == none ? "null" : "finite";
      assertThatThrownBy(() -> PathLikelihood.klNats(LINE, GRID, wrong, 10, 1))
          .hasMessageContaining(reason);
      assertThatThrownBy(() -> SampledLedger.of(LINE, GRID, wrong, 10, 1))
          .hasMessageContaining(reason);
      assertThatThrownBy(() -> MarginalKl.nats(LINE, GRID, wrong, 10, 4, 1))
          .hasMessageContaining(reason);
      assertThatThrownBy(() -> ScoreError.sampled(wrong.checked(), LINE, 1, 10, 1))
          .hasMessageContaining(reason);
    }
    assertThatThrownBy(() -> MarginalKl.nats(LINE, GRID, ScoreFunction.exact(LINE), 10, 3, 1))
        .hasMessageContaining("inner = 3: expected a positive multiple of 4");
  }

  @Test
  void refusesAnotherGridAndOtherNames() {
    BoundReport exact = PathLedger.exactScore(LINE, GRID);
    assertThatThrownBy(() -> PathLedger.withScoreError(exact, NoiseGrid.of(2, 1), sigma -> 0))
        .hasMessageContaining("steps of grid = 1: expected 20");
    assertThatThrownBy(() -> exact.term("discretization").nats(20))
        .hasMessageContaining("step = 20: expected an index from 0 to 19");
    assertThatThrownBy(() -> exact.nats(Term.Part.DISCRETIZATION, GRID, 5, 1))
        .hasMessageContaining("low = 5.0");
    assertThat(exact.term("initialization").error()).isPositive().isLessThan(1e-10);
  }

  @Test
  void longWorkCanBeInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> SampledLedger.of(LINE, GRID, 10, 1))
          .hasMessageContaining("the ledger was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
