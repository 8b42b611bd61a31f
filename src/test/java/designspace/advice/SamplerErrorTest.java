package designspace.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import designspace.bound.PathLedger;
import designspace.data.Gaussian;
import designspace.optimal.GaussianMarginalError;
import designspace.optimal.GaussianPathError;
import designspace.optimal.OptimalGrid;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Advice for samplers other than eq-10. */
class SamplerErrorTest {
  /** What 2000 candidate levels leave of an optimum. */
  private static final double CANDIDATES = 1e-3;

  /** The frozen SDE's best grid on N(0, c²I) is uniform in ln(1+c²/σ²) (B4). */
  @Test
  void theFrozenSdeGetsTheLogSnrLaw() {
    Advice advice =
        DesignAdvisor.spectrum(new double[] {0.25}, 0.25)
            .sampler(LinearSampler.FROZEN_DENOISER)
            .sigmaMin(0.01)
            .sigmaMax(20)
            .steps(15);
    assertThat(named(advice, AngleLaw.LOG_SNR.label()).excess()).isCloseTo(0, within(CANDIDATES));
    double exact =
        PathLedger.exactScore(
                LinearSampler.FROZEN_DENOISER, Gaussian.isotropic(1, 0.5), advice.grid())
            .totalNats();
    assertThat(advice.nats() / exact).isCloseTo(1, within(1e-5)); // Simpson's
  }

  @Test
  void eulersFlowGetsTheTangentLaw() {
    Advice advice =
        DesignAdvisor.spectrum(new double[] {0.25}, 0.25)
            .sampler(LinearSampler.EULER_FLOW)
            .sigmaMin(0.01)
            .steps(15);
    assertThat(named(advice, AngleLaw.ARCTANGENT.label()).excess()).isCloseTo(0, within(1e-6));
    assertThat(advice.ledger()).isEmpty();
  }

  /** Over all levels between the same ends, by a search of another kind (Newton's). */
  @Test
  void aFlowGetsTheLeastOfItsError() {
    double[] lambda = {0.82, 0.19};
    for (int steps : new int[] {5, 17}) {
      Advice advice =
          DesignAdvisor.spectrum(lambda, 1.01).sampler(LinearSampler.HEUN_FLOW).steps(steps);
      GaussianMarginalError error =
          new GaussianMarginalError(LinearSampler.HEUN_FLOW, advice.evidence().normal());
      NoiseGrid grid = advice.grid();
      OptimalGrid least = OptimalGrid.of(error, grid.sigmaMin(), grid.sigmaMax(), steps);
      assertThat(least.certificate().isMinimum()).isTrue();
      assertThat(advice.nats() / least.value()).isCloseTo(1, within(1e-5));
      assertThat(advice.alternatives()).allMatch(other -> other.excess() > 0.4);
      double start = advice.evidence().start(grid.sigmaMax());
      assertThat(start / advice.nats()).isBetween(0.005, 0.0105);
    }
  }

  /** 200 eigenvalues in 32 groups lose less than 0.1 % against each by itself. */
  @Test
  void aLongSpectrumIsGrouped() {
    double[] lambda = IntStream.rangeClosed(1, 200).mapToDouble(j -> 1.0 / (j * j)).toArray();
    FlowError error = new FlowError(LinearSampler.HEUN_FLOW, Evidence.spectrum(lambda, 2).normal());
    NoiseGrid grouped = error.best(0.002, 5, 8);
    GaussianMarginalError exact = new GaussianMarginalError(LinearSampler.HEUN_FLOW, error.law());
    double least = OptimalGrid.from(exact, List.of(grouped)).value();
    assertThat(error.nats(grouped) / least).isBetween(1 - 1e-9, 1.001);
    SpectrumGroups groups = new SpectrumGroups(LinearSampler.HEUN_FLOW, error.law(), 0.002);
    assertThat(groups.at(grouped) / error.nats(grouped)).isCloseTo(1, within(0.02));
  }

  /** From a low start Heun's steps can undo the start's error on a normal law. */
  @Test
  void errorsThatCancelAreNoAdvice() {
    Advice advice =
        DesignAdvisor.spectrum(new double[] {0.25}, 0.25)
            .sampler(LinearSampler.HEUN_FLOW)
            .sigmaMax(1.5)
            .steps(8);
    assertThat(advice.nats()).isGreaterThan(1e-5);
    assertThat(advice.limits()).anyMatch(line -> line.contains("cancel"));
    assertThat(advice.toString()).contains(advice.grid().recipe().name());
  }

  /** Ten decades of noise: levels in 1/τ would coincide in double precision. */
  @Test
  void theFrozenSdeTakesAnyRange() {
    double[] lambda = {1e6, 1e-4};
    Advice advice =
        DesignAdvisor.spectrum(lambda, 2e6).sampler(LinearSampler.FROZEN_DENOISER).steps(10);
    GaussianPathError error =
        new GaussianPathError(LinearSampler.FROZEN_DENOISER, advice.evidence().normal());
    NoiseGrid grid = advice.grid();
    double least = OptimalGrid.from(error, List.of(grid)).value();
    assertThat(error.at(grid) / least).isBetween(1 - 1e-9, 1 + CANDIDATES);
  }

  /** Flows on normal laws; the frozen SDE anywhere. */
  @Test
  void adviceForOtherSamplersIsNearlyTheBest() {
    AdvisorTrial round = AdvisorTrial.of(TrialLaw.ROUND, 400, 9);
    for (LinearSampler sampler : LinearSampler.values()) {
      assertThat(round.outcome(sampler, 10).excess())
          .as(sampler.label())
          .isBetween(-CANDIDATES, 0.1);
    }
    AdvisorTrial bumps = AdvisorTrial.of(TrialLaw.THREE_BUMPS, 400, 9);
    assertThat(bumps.outcome(LinearSampler.FROZEN_DENOISER, 10).excess())
        .isBetween(-CANDIDATES, 0.1);
    refused("law = three bumps", () -> bumps.outcome(LinearSampler.EULER_FLOW, 10));
  }

  private static Alternative named(Advice advice, String name) {
    return advice.alternatives().stream()
        .filter(other -> other.grid().recipe().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void refused(String message, Runnable call) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
  }
}
