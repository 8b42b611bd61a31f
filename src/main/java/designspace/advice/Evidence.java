package designspace.advice;

import designspace.bound.Initialization;
import designspace.core.Require;
import designspace.data.Gaussian;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** What advice rests on: two moments, and J from the sample or, without one, of a normal law. */
public final class Evidence {
  /** Directions in which a sample does not vary at all are given this part of the largest λ. */
  private static final double UNSEEN = 1e-10;

  private final Gaussian normal;
  private final double squaredMean;
  private final DoubleUnaryOperator fisher;
  private final InformationEstimate estimate;

  private Evidence(double[] spectrum, double squaredMean, InformationEstimate estimate) {
    double largest = Arrays.stream(spectrum).max().orElseThrow();
    double[] positive =
        Arrays.stream(spectrum).map(lambda -> Math.max(lambda, UNSEEN * largest)).toArray();
    int d = spectrum.length;
    this.normal = Gaussian.of(new double[d], Gaussian.isotropic(d, 1).spectrum().with(positive));
    this.squaredMean = squaredMean;
    this.estimate = estimate;
    this.fisher =
        estimate == null ? sigma -> normal.fisherInformation(sigma * sigma) : estimate::fisher;
  }

  /** A sample. */
  public static Evidence of(InformationEstimate estimate) {
    DataSummary data = estimate.data();
    double square = Arrays.stream(data.mean()).map(m -> m * m).sum();
    return new Evidence(data.spectrum(), square, estimate);
  }

  /**
   * A covariance's eigenvalues and m₂² = E‖x‖², which tells how far off centre the data are.
   *
   * @throws IllegalArgumentException for an eigenvalue that is not positive or m₂² below their sum
   */
  public static Evidence spectrum(double[] eigenvalues, double secondMoment) {
    Require.atLeast(1, "number of eigenvalues", eigenvalues.length, "one for each direction");
    for (int j = 0; j < eigenvalues.length; j++) {
      String why = "a direction without variance is known: drop it";
      Require.positive("eigenvalues[" + j + "]", eigenvalues[j], why);
    }
    double trace = Arrays.stream(eigenvalues).sum();
    Require.finite("secondMoment", secondMoment, "E‖x‖² is finite (asm-3)");
    if (secondMoment < trace * (1 - 1e-9)) {
      String least = "at least the sum of eigenvalues, " + trace;
      throw Require.refusal("secondMoment", secondMoment, least, "it is that plus ‖mean‖²");
    }
    return new Evidence(eigenvalues, Math.max(0, secondMoment - trace), null);
  }

  /** d. */
  public int dimension() {
    return normal.dimension();
  }

  /** The normal law with the data's covariance and mean 0. */
  public Gaussian normal() {
    return normal;
  }

  /** ‖EX‖². */
  public double squaredMean() {
    return squaredMean;
  }

  /** √(tr Cov/d). */
  public double sigmaData() {
    return Math.sqrt(normal.secondMoment() / dimension());
  }

  /** J(σ²). */
  public double fisher(double sigma) {
    return fisher.applyAsDouble(sigma);
  }

  /** mmse(σ²) = dτ − τ²J. */
  public double mmse(double sigma) {
    return estimate == null ? normal.mmse(sigma * sigma) : estimate.mmse(sigma);
  }

  /** The sample and what it tells, if there is one. */
  public Optional<InformationEstimate> sample() {
    return Optional.ofNullable(estimate);
  }

  /**
   * KL(p_T|N(0,σ²I)) of the centred law, nats, as far as it is known: the normal law's, which is
   * the least with this spectrum, and, of a sample, {@link DataSummary#skewnessNats}.
   */
  public double start(double sigma) {
    double skewness = estimate == null ? 0 : estimate.data().skewnessNats(sigma);
    return Initialization.of(normal, sigma, 2, 0).value() + skewness;
  }

  /** The same if the mean is not subtracted. */
  public double startOffCentre(double sigma) {
    return start(sigma) + 0.5 * squaredMean / (sigma * sigma);
  }

  /** For audits and ledgers. */
  public KnownLaw law() {
    String label = estimate == null ? "normal law of this spectrum" : "these data";
    return new KnownLaw(label, dimension(), fisher, this::start);
  }
}
