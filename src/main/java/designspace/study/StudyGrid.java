package designspace.study;

import designspace.bound.BestPower;
import designspace.bound.ProfiledLedger;
import designspace.bound.ScoreAwareClock;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import designspace.schedule.PowerFamily;

/** The schedules that every network of the study is sampled on, over EDM's range of noise. */
public enum StudyGrid {
  /** EDM's. */
  POLYNOMIAL("polynomial(7)"),
  /** Song's. */
  EXPONENTIAL("exponential"),
  /** Of the polynomial schedules the one of least path KL for this network and number of steps. */
  BEST_POWER("polynomial(best ρ)"),
  /** B4's law of least path KL for a Gaussian as wide as the data: it knows no network. */
  LOG_LAW("log law (B4)"),
  /** B4's law of least marginal KL for that Gaussian, as N → ∞. */
  ROOT_LAW("1/√ law (B4)"),
  /** B6's, for the network's measured score error. */
  CLOCK("score-aware clock (B6)");

  static final double LOW = 0.002;
  static final double HIGH = 80;

  private final String label;

  StudyGrid(String label) {
    this.label = label;
  }

  /** Numbers of steps of which the path KL is reported. */
  public static int[] steps() {
    return new int[] {5, 10, 20, 40, 100, 200};
  }

  /** What a schedule may know: the data's scale, the ledger and the clock of one network. */
  record Knowledge(double scale, ProfiledLedger ledger, ScoreAwareClock clock) {}

  /** The grid of so many steps. */
  NoiseGrid grid(int steps, Knowledge known) {
    return switch (this) {
      case POLYNOMIAL -> NoiseGrid.polynomial(LOW, HIGH, 7, steps);
      case EXPONENTIAL -> NoiseGrid.geometric(LOW, HIGH, steps);
      case BEST_POWER ->
          new PowerFamily(LOW, HIGH, steps).grid(bestPower(steps, known.ledger()).rho());
      case LOG_LAW -> NoiseGrid.angle(AngleLaw.LOG, known.scale(), LOW, HIGH, steps);
      case ROOT_LAW -> NoiseGrid.angle(AngleLaw.INVERSE_ROOT, known.scale(), LOW, HIGH, steps);
      case CLOCK -> known.clock().grid(steps);
    };
  }

  /** The power of least path KL. */
  static BestPower bestPower(int steps, ProfiledLedger ledger) {
    return BestPower.of(new PowerFamily(LOW, HIGH, steps), grid -> ledger.on(grid).totalNats());
  }

  @Override
  public String toString() {
    return label;
  }
}
