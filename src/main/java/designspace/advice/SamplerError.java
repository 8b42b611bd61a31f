package designspace.advice;

import designspace.bound.GridError;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The error that a sampler's grid is chosen by, and the grid that makes it least. */
interface SamplerError {
  /** Which error. */
  String label();

  /** Its value, nats. */
  double nats(NoiseGrid grid);

  /** The best grid known of so many steps. */
  NoiseGrid best(double sigmaMin, double sigmaMax, int steps);

  /** What there is to know of this sampler on these data. */
  static SamplerError of(LinearSampler sampler, Evidence evidence, DoubleUnaryOperator scoreError) {
    return switch (sampler) {
      case EXPONENTIAL_INTEGRATOR -> eq10(evidence, scoreError);
      case FROZEN_DENOISER -> new FrozenPath(evidence);
      default -> flow(sampler, evidence);
    };
  }

  private static SamplerError eq10(Evidence evidence, DoubleUnaryOperator scoreError) {
    KnownLaw law = evidence.law();
    return new SamplerError() {
      @Override
      public String label() {
        return "path KL of eq-10 (B1)";
      }

      @Override
      public double nats(NoiseGrid grid) {
        return law.ledger(grid, scoreError).totalNats();
      }

      @Override
      public NoiseGrid best(double sigmaMin, double sigmaMax, int steps) {
        return law.best(sigmaMin, sigmaMax, steps, scoreError);
      }
    };
  }

  /** Of a deterministic sampler no path KL exists: marginal KL on the normal law (B3). */
  private static SamplerError flow(LinearSampler sampler, Evidence evidence) {
    GridError error = GridError.marginalKl(sampler, evidence.normal());
    return new SamplerError() {
      @Override
      public String label() {
        return "marginal KL of " + sampler.label() + " on the normal law of this spectrum (B3)";
      }

      @Override
      public double nats(NoiseGrid grid) {
        return error.at(grid);
      }

      @Override
      public NoiseGrid best(double sigmaMin, double sigmaMax, int steps) {
        return named(evidence, sigmaMin, sigmaMax, steps).stream()
            .min(Comparator.comparingDouble(error::at))
            .orElseThrow();
      }
    };
  }

  /** The grids that others use, between the same ends. */
  static List<NoiseGrid> named(Evidence evidence, double sigmaMin, double sigmaMax, int steps) {
    List<NoiseGrid> grids = new ArrayList<>();
    grids.add(NoiseGrid.polynomial(sigmaMin, sigmaMax, 7, steps));
    grids.add(NoiseGrid.geometric(sigmaMin, sigmaMax, steps));
    for (AngleLaw law : AngleLaw.values()) {
      grids.add(NoiseGrid.angle(law, evidence.sigmaData(), sigmaMin, sigmaMax, steps));
    }
    return grids;
  }
}
