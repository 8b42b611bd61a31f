package designspace.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import designspace.bound.PathLedger;
import designspace.bound.Term.Part;
import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DesignAdvisorTest {
  /** What 2000 candidate levels leave of an optimum. */
  private static final double CANDIDATES = 1e-3;

  /** For N(0, c²I) the log law is the best grid of eq-10 (B4), whatever c. */
  @Property(seed = "64", tries = 15)
  void aRoundSpectrumGetsTheLogLaw(@ForAll @DoubleRange(min = 0.05, max = 20) double c) {
    Advice advice = DesignAdvisor.spectrum(new double[] {c * c, c * c}, 2 * c * c).steps(12);
    NoiseGrid grid = advice.grid();
    Alternative log = named(advice, AngleLaw.LOG.label());
    assertThat(log.excess()).isCloseTo(0, within(CANDIDATES));
    assertThat(advice.alternatives()).allMatch(other -> other.excess() > -CANDIDATES);
    assertThat(advice.sigmaData()).isCloseTo(c, within(1e-9 * c));
    assertThat(grid.sigmaMin() / c).isBetween(0.095, 0.1005); // τ/(c²+τ) = 1 %, rounded down
    double exact =
        PathLedger.exactScore(LinearSampler.EXPONENTIAL_INTEGRATOR, Gaussian.isotropic(2, c), grid)
            .totalNats();
    assertThat(advice.nats()).isCloseTo(exact, within(1e-6));
    double start = advice.ledger().orElseThrow().nats(Part.INITIALIZATION);
    assertThat(start / advice.nats()).isBetween(0.005, 0.0105); // σ_max is rounded up
  }

  private static Alternative named(Advice advice, String name) {
    return advice.alternatives().stream()
        .filter(other -> other.grid().recipe().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** P_mean = Σ w ½ ln λ, P_std² = π²/12 + Var_w ½ ln λ, w = λ/Σλ. */
  @Test
  void trainingNoiseOfANormalLawIsInClosedForm() {
    double[] lambda = {4, 1, 0.01};
    TrainingNoise noise = TrainingNoise.of(Evidence.spectrum(lambda, 6));
    double mean = 0;
    double square = 0;
    for (double value : lambda) {
      double weight = value / 5.01;
      mean += weight * 0.5 * Math.log(value);
      square += weight * Math.pow(0.5 * Math.log(value), 2);
    }
    double deviation = Math.sqrt(Math.PI * Math.PI / 12 + square - mean * mean);
    assertThat(noise.mean()).isCloseTo(mean, within(2e-3)); // beyond 100 √λ, 4000 cells
    assertThat(noise.deviation()).isCloseTo(deviation, within(2e-3));
    assertThat(TrainingNoise.edm(1).mean()).isCloseTo(-1.2 + Math.log(2), within(1e-12));
  }

  @Test
  void adviceFromASampleIsNearlyTheBest() {
    for (TrialLaw law : new TrialLaw[] {TrialLaw.THREE_BUMPS, TrialLaw.ROUND}) {
      AdvisorTrial trial = AdvisorTrial.of(law, 400, 9);
      assertThat(trial.outcome(10).excess()).as(law.toString()).isBetween(-CANDIDATES, 0.1);
      assertThat(trial.outcome(0.002, 80, 18).excess()).isBetween(-CANDIDATES, 0.1);
    }
  }

  @Test
  void meanAndScoreErrorAreSeen() {
    DesignAdvisor advisor = DesignAdvisor.spectrum(new double[] {1, 1}, 6);
    Advice advice = advisor.steps(20);
    assertThat(advice.sigmaMaxOffCentre()).isGreaterThan(2 * advice.grid().sigmaMax());
    assertThat(advice.reasons()).anyMatch(line -> line.contains("mean is subtracted"));
    assertThat(advice.limits()).anyMatch(line -> line.contains("error is unknown"));
    Advice bad = advisor.sigmaMin(0.1).sigmaMax(9).scoreError(sigma -> 1 / sigma).steps(20);
    assertThat(bad.ledger().orElseThrow().nats(Part.SCORE)).isPositive();
    assertThat(bad.limits()).noneMatch(line -> line.contains("error is unknown"));
    double low = bad.grid().stepsBetween(0.1, 0.5);
    assertThat(low)
        .isLessThan(advisor.sigmaMin(0.1).sigmaMax(9).steps(20).grid().stepsBetween(0.1, 0.5));
  }

  @Test
  void evaluationsAreStepsTimesScores() {
    DesignAdvisor advisor = DesignAdvisor.spectrum(new double[] {1}, 1);
    assertThat(advisor.evaluations(18).grid().steps()).isEqualTo(18);
    assertThat(advisor.sampler(LinearSampler.HEUN_FLOW).evaluations(18).grid().steps())
        .isEqualTo(9);
    assertThat(advisor.sampler(LinearSampler.HEUN_FLOW).evaluations(35).grid().steps())
        .isEqualTo(17);
  }

  @Test
  void codeReadsBackAsTheGrid() {
    Advice advice = DesignAdvisor.spectrum(new double[] {1}, 1).steps(6);
    double[] back = PastedLevels.parse(advice.pyTorch(true)).grid().sigmas();
    double[] levels = advice.grid().sigmas();
    for (int k = 0; k < levels.length; k++) {
      assertThat(back[k] / levels[k]).isCloseTo(1, within(1e-4)); // five digits
    }
    assertThat(advice.pyTorch(false)).doesNotContain("0.0]");
    assertThat(advice.java()).startsWith("NoiseGrid grid = NoiseGrid.named(\"advised\", ");
    assertThat(advice.toString()).contains("σ_data = 1", "P_mean", "torch.tensor");
  }

  @Test
  void refusesNonsenseByName() {
    refused("eigenvalues[1] = 0.0", () -> DesignAdvisor.spectrum(new double[] {1, 0}, 1));
    refused("secondMoment = 1.0", () -> DesignAdvisor.spectrum(new double[] {1, 1}, 1));
    refused("number of eigenvalues = 0", () -> DesignAdvisor.spectrum(new double[0], 1));
    DesignAdvisor advisor = DesignAdvisor.spectrum(new double[] {1}, 1);
    refused("steps = 0", () -> advisor.steps(0));
    refused("sigmaMin = 3.0", () -> advisor.sigmaMin(3).sigmaMax(2).steps(5));
    refused("share = 0.7", () -> advisor.startShare(0.7));
    refused(
        "sampler = Heun probability flow",
        () -> advisor.sampler(LinearSampler.HEUN_FLOW).scoreError(s -> 1).steps(5));
    double[][] one = {{1, 2}};
    refused("number of rows = 1", () -> DesignAdvisor.of(one));
    assertThat(Arrays.stream(LinearSampler.values()).map(s -> advisor.sampler(s).steps(4).nats()))
        .allMatch(nats -> nats > 0);
  }

  private static void refused(String message, Runnable call) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
  }
}
