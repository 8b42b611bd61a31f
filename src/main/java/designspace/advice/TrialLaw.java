package designspace.advice;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.DataDistribution;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.data.Information;
import designspace.data.SampledInformation;
import designspace.data.Shapes;
import designspace.score.NoiseProfile;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

/** Laws whose J is known, to try advice on. */
public enum TrialLaw {
  /** N(0, ¼ I) in eight dimensions. */
  ROUND("round normal, d = 8"),
  /** Standard deviations 1, 1/2, …, 1/16. */
  SPECTRUM("normal, √λ = 1/j, d = 16"),
  /** Three directions of variance 1, thirteen of 0.05². */
  LOW_RANK("normal, rank 3 + noise, d = 16"),
  /** Three bumps of width 0.1 on the line. */
  THREE_BUMPS("three bumps, d = 1"),
  /** Half circles of width 0.1. */
  MOONS("two moons, d = 2"),
  /** A spiral of width 0.05. */
  ROLL("swiss roll, d = 2"),
  /** Eight bumps of width 0.1 in eight dimensions. */
  EIGHT_BUMPS("eight bumps, d = 8"),
  /** Uniform on every other of 16 squares: edges are sharp, J grows like 1/σ. */
  CHECKERBOARD("checkerboard, d = 2");

  private static final int SIMULATED = 2000;
  private static final int LEVELS = 28;

  private final String label;

  TrialLaw(String label) {
    this.label = label;
  }

  /** The law. */
  public DataDistribution law() {
    return switch (this) {
      case ROUND -> Gaussian.isotropic(8, 0.5);
      case SPECTRUM -> normal(j -> 1.0 / ((j + 1) * (j + 1)));
      case LOW_RANK -> normal(j -> j < 3 ? 1 : 0.0025);
      case THREE_BUMPS ->
          GaussianMixture.of(
              new double[] {0.3, 0.5, 0.2},
              Points.of(new double[] {-1}, new double[] {0.2}, new double[] {1.5}),
              0.1);
      case MOONS -> Shapes.twoMoons();
      case ROLL -> Shapes.swissRoll();
      case EIGHT_BUMPS -> bumps();
      case CHECKERBOARD -> Shapes.checkerboard();
    };
  }

  private static Gaussian normal(IntToDoubleFunction eigenvalue) {
    double[] lambda = new double[16];
    Arrays.setAll(lambda, eigenvalue);
    return Gaussian.of(new double[16], Gaussian.isotropic(16, 1).spectrum().with(lambda));
  }

  private static GaussianMixture bumps() {
    double[][] centres = new double[8][8];
    double[] weights = new double[8];
    for (int k = 0; k < 8; k++) {
      RandomGenerator random = new RandomStreams(5).stream(k);
      Arrays.setAll(centres[k], j -> 0.5 * random.nextGaussian());
      weights[k] = 1;
    }
    return GaussianMixture.of(weights, Points.of(centres), 0.1);
  }

  /**
   * J and start of the centred law between σ = 0.002 and 80: J in closed form or by quadrature, of
   * moons, roll and eight bumps from 2000 points (standard errors up to 2 %); the start of a law
   * that is not normal from 2000 points. Centring takes ½‖μ‖²/σ² from the start, nothing else.
   */
  public KnownLaw truth() {
    DataDistribution law = law();
    Information information =
        switch (this) {
          case ROUND, SPECTRUM, LOW_RANK, THREE_BUMPS -> law.information();
          case CHECKERBOARD -> new CheckerboardInformation();
          case MOONS, ROLL, EIGHT_BUMPS -> new SampledInformation(law, SIMULATED, 613);
        };
    KnownLaw known = KnownLaw.of(label, law, information, NoiseProfile.levels(0.002, 80, LEVELS));
    double square = Arrays.stream(law.mean()).map(m -> m * m).sum();
    return new KnownLaw(
        label,
        law.dimension(),
        known.fisher(),
        sigma -> known.start().applyAsDouble(sigma) - 0.5 * square / (sigma * sigma));
  }

  @Override
  public String toString() {
    return label;
  }
}
