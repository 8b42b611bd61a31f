package designspace.claim;

import designspace.bound.BoundReport;
import designspace.bound.PathLedger;
import designspace.core.Require;
import designspace.data.Gaussian;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.List;

/**
 * An independently computed case of eq-10 with exact score on N(mean, c²): what {@code
 * gaussian-reference.csv} says of it, all in nats.
 *
 * @param data N(mean, c²)
 * @param grid σ from 80 to 0.002
 * @param kl marginal KL(p_δ|q)
 * @param discretization path E_D
 * @param initialization KL(p_T|N(0,σ_max²))
 */
public record GaussianReference(
    Gaussian data, NoiseGrid grid, double kl, double discretization, double initialization) {
  private static final LinearSampler EQ_10 = LinearSampler.EXPONENTIAL_INTEGRATOR;
  private static final double LOW = 0.002;
  private static final double HIGH = 80;

  /** All 96 cases. */
  public static List<GaussianReference> all() {
    return Resource.rows("gaussian-reference.csv").stream().map(GaussianReference::parse).toList();
  }

  private static GaussianReference parse(String line) {
    String[] cell = line.split(",", -1);
    double c = Double.parseDouble(cell[0]);
    double[] mean = {Double.parseDouble(cell[1])};
    return new GaussianReference(
        Gaussian.isotropic(mean, c),
        grid(cell[2], c, Integer.parseInt(cell[3])),
        Double.parseDouble(cell[4]),
        Double.parseDouble(cell[5]),
        Double.parseDouble(cell[6]));
  }

  private static NoiseGrid grid(String name, double c, int steps) {
    return switch (name) {
      case "polynomial" -> NoiseGrid.polynomial(LOW, HIGH, 7, steps);
      case "geometric" -> NoiseGrid.geometric(LOW, HIGH, steps);
      case "invsqrt" -> NoiseGrid.angle(AngleLaw.INVERSE_ROOT, c, LOW, HIGH, steps);
      default -> throw Require.refusal("grid", name, "a known name", "the file names three");
    };
  }

  /** Relative difference of the kit's marginal KL. */
  public double klDeviation() {
    return relative(GaussianLaw.of(EQ_10, data, grid).klNats(), kl);
  }

  /** Relative difference of the kit's path E_D. */
  public double discretizationDeviation() {
    return relative(ledger().nats("discretization"), discretization);
  }

  /** Relative difference of the kit's initialization error. */
  public double initializationDeviation() {
    return relative(ledger().nats("initialization"), initialization);
  }

  /** The largest of the three. */
  public double deviation() {
    double ofPath = Math.max(discretizationDeviation(), initializationDeviation());
    return Math.max(klDeviation(), ofPath);
  }

  private BoundReport ledger() {
    return PathLedger.exactScore(EQ_10, data, grid);
  }

  private static double relative(double value, double expected) {
    return Math.abs(value / expected - 1);
  }
}
