package designspace.advice;

import designspace.schedule.NoiseGrid;
import java.util.function.DoubleUnaryOperator;

/**
 * Path KL of eq-10 (B1).
 *
 * @param law what is known of the data
 * @param scoreError e(σ)
 */
record LedgerPath(KnownLaw law, DoubleUnaryOperator scoreError) implements SamplerError {
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
}
