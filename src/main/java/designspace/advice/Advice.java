package designspace.advice;

import designspace.bound.BoundReport;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import java.util.List;
import java.util.Optional;

/** A recommended design with its reasons, its cost, its rivals, and what it does not know. */
public final class Advice {
  private final Evidence evidence;
  private final DesignAdvisor.Wishes wishes;
  private final NoiseGrid grid;
  private final SamplerError error;
  private final double sigmaMaxOffCentre;

  Advice(
      Evidence evidence,
      DesignAdvisor.Wishes wishes,
      NoiseGrid grid,
      SamplerError error,
      double sigmaMaxOffCentre) {
    this.evidence = evidence;
    this.wishes = wishes;
    this.grid = grid;
    this.error = error;
    this.sigmaMaxOffCentre = sigmaMaxOffCentre;
  }

  DesignAdvisor.Wishes wishes() {
    return wishes;
  }

  /** What it rests on. */
  public Evidence evidence() {
    return evidence;
  }

  /** The recommended levels. */
  public NoiseGrid grid() {
    return grid;
  }

  /** The sampler that they are for. */
  public LinearSampler sampler() {
    return wishes.sampler();
  }

  /** Which error they were chosen by. */
  public String criterion() {
    return error.label();
  }

  /** That error, nats. */
  public double nats() {
    return error.nats(grid);
  }

  /** The greatest level that data whose mean is not subtracted would need. */
  public double sigmaMaxOffCentre() {
    return sigmaMaxOffCentre;
  }

  /** σ_data = √(tr Cov/d). */
  public double sigmaData() {
    return evidence.sigmaData();
  }

  /** P_mean and P_std from the data. */
  public TrainingNoise training() {
    return TrainingNoise.of(evidence);
  }

  /** The expected ledger of eq-10; empty for other samplers, whose errors it does not split. */
  public Optional<BoundReport> ledger() {
    return wishes.sampler() == LinearSampler.EXPONENTIAL_INTEGRATOR
        ? Optional.of(evidence.law().ledger(grid, wishes.knownScoreError()))
        : Optional.empty();
  }

  /** What others would take, of as many steps between the same ends. */
  public List<Alternative> alternatives() {
    double least = nats();
    return SamplerError.named(evidence, grid.sigmaMin(), grid.sigmaMax(), grid.steps()).stream()
        .map(other -> new Alternative(other, error.nats(other), error.nats(other) / least - 1))
        .toList();
  }

  /** The audit of the recommended grid on what is known of the data. */
  public ScheduleAudit audit() {
    return ScheduleAudit.of(grid, evidence.law());
  }

  /** Why each number is what it is, in sentences. */
  public List<String> reasons() {
    return new AdviceReasons(this).reasons();
  }

  /** What it assumes and what it cannot know, in sentences. */
  public List<String> limits() {
    return new AdviceReasons(this).limits();
  }

  /** The levels for a PyTorch sampler. */
  public String pyTorch(boolean endInZero) {
    return SigmaCode.pyTorch(grid, endInZero);
  }

  /** The levels for this kit. */
  public String java() {
    return SigmaCode.java(grid, "advised");
  }

  @Override
  public String toString() {
    return new AdviceReasons(this).page();
  }
}
