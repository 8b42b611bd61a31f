package designspace.study;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.DataDistribution;
import designspace.data.GaussianMixture;
import designspace.data.Shapes;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The laws that the networks of the study learn: mean square about ¼ a coordinate, as in EDM. */
public enum StudyLaw {
  /** Eight bumps of width 0.1 in the plane. */
  BUMPS_2("8 bumps, d = 2", 0),
  /** The same places, width 0.001: points to every schedule that ends at σ = 0.002. */
  POINTS_2("8 points, d = 2", 1),
  /** Two half circles. */
  MOONS_2("two moons, d = 2", 2),
  /** Eight bumps of width 0.1 in eight dimensions. */
  BUMPS_8("8 bumps, d = 8", 3),
  /** Eight bumps of width 0.1 in 32 dimensions. */
  BUMPS_32("8 bumps, d = 32", 4);

  private static final int BUMPS = 8;
  private static final double MEAN_SQUARE = 0.25;
  private static final long PLACES = 5;

  private final String label;
  private final long streams;

  StudyLaw(String label, long streams) {
    this.label = label;
    this.streams = streams;
  }

  /** Which family of random streams is its own. */
  long streams() {
    return streams;
  }

  /** The law. */
  public DataDistribution law() {
    return switch (this) {
      case BUMPS_2 -> bumps(2, 0.1);
      case POINTS_2 -> bumps(2, 0.001);
      case MOONS_2 -> Shapes.twoMoons();
      case BUMPS_8 -> bumps(8, 0.1);
      case BUMPS_32 -> bumps(32, 0.1);
    };
  }

  /** Equal bumps centred on a sphere, so wide that E‖X‖²/d is ¼. */
  private static GaussianMixture bumps(int dimension, double width) {
    RandomStreams streams = new RandomStreams(PLACES);
    double radius = Math.sqrt(dimension * (MEAN_SQUARE - width * width));
    double[][] centres = new double[BUMPS][];
    for (int k = 0; k < BUMPS; k++) {
      RandomGenerator random = streams.stream(k);
      double[] centre = new double[dimension];
      Arrays.setAll(centre, j -> random.nextGaussian());
      double norm = Math.sqrt(Arrays.stream(centre).map(v -> v * v).sum());
      centres[k] = Arrays.stream(centre).map(v -> v * radius / norm).toArray();
    }
    double[] weights = new double[BUMPS];
    Arrays.fill(weights, 1.0 / BUMPS);
    return GaussianMixture.of(weights, Points.of(centres), width);
  }

  @Override
  public String toString() {
    return label;
  }
}
