package designspace.advice;

import designspace.core.Estimate;
import designspace.core.Interrupts;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.score.NoiseProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * J(τ) from a sample alone, between two bounds.
 *
 * <p>Below: what the best of several guessed scores shows of J on points that it was not guessed
 * from, at each level, and, since J does not increase with τ, at any greater one. Above: J of the
 * sample as a cloud of points, because mmse is concave in the law and the law is the mean of its
 * samples. Both hold up to the scatter of held-out points; the best of at most four guesses is
 * chosen on the points that it is judged on, which by chance adds about a standard error. Where the
 * bounds part the sample cannot tell; advice takes the lower one, which asks for no steps that
 * nothing seen calls for.
 */
public final class InformationEstimate {
  private static final int LEVELS = 32;
  private static final int CLOUD = 2000;
  private static final int ASKED = 300;

  /** Levels reach from this part of the neighbours' distance … */
  private static final double FINEST = 0.1;

  /** … to this many standard deviations, where J is that of a normal law to 1e−4. */
  private static final double COARSEST = 50;

  /** Bounds that differ by less are taken for knowledge. */
  private static final double KNOWN = 1.2;

  private final DataSummary data;
  private final double[] sigmas;
  private final List<Estimate> shown;
  private final List<String> guesses;
  private final double[] upper;
  private final NoiseProfile profile;

  private InformationEstimate(DataSummary data, long seed) {
    this.data = data;
    double low = FINEST * data.neighbourDistance() / Math.sqrt(data.dimension());
    double high = COARSEST * Math.sqrt(data.spectrum()[0]);
    sigmas = NoiseProfile.levels(low, high, LEVELS);
    RandomStreams streams = new RandomStreams(seed);
    List<HeldOut> halves = HeldOut.halves(data, streams.fork(0));
    shown = new ArrayList<>();
    guesses = new ArrayList<>();
    for (double sigma : sigmas) {
      Interrupts.check("the estimate of J");
      best(halves, sigma);
    }
    upper = cloud(streams.fork(1));
    profile = NoiseProfile.of(sigmas, monotone());
  }

  /** The estimate from a sample; some seconds for thousands of points. */
  public static InformationEstimate of(DataSummary data, long seed) {
    return new InformationEstimate(data, seed);
  }

  private void best(List<HeldOut> halves, double sigma) {
    Estimate best = null;
    String label = "";
    for (int kind = 0; kind < halves.get(0).guesses().size(); kind++) {
      int which = kind;
      double[] values =
          halves.stream()
              .flatMapToDouble(half -> Arrays.stream(half.shown(half.guesses().get(which), sigma)))
              .toArray();
      Estimate estimate = Estimate.mean(values);
      if (best == null || estimate.value() > best.value()) {
        best = estimate;
        label =
            halves.stream()
                .map(half -> half.guesses().get(which).label())
                .distinct()
                .collect(Collectors.joining(" / "));
      }
    }
    shown.add(best);
    guesses.add(label);
  }

  /** The greatest shown at this level or at more noise. */
  private List<Estimate> monotone() {
    List<Estimate> monotone = new ArrayList<>(shown);
    for (int i = LEVELS - 1; i >= 0; i--) {
      Estimate here = shown.get(i);
      Estimate above = i == LEVELS - 1 ? Estimate.exact(normal(sigmas[i])) : monotone.get(i + 1);
      monotone.set(i, here.value() > above.value() ? here : above);
    }
    return monotone;
  }

  /**
   * Σ 1/(λ+τ): a normal law's, the least of all with its covariance. Directions without variance
   * say nothing.
   */
  private double normal(double sigma) {
    return Arrays.stream(data.spectrum())
        .limit(data.rank())
        .map(value -> 1 / (value + sigma * sigma))
        .sum();
  }

  /**
   * The same from few points, whose small eigenvalues are too small: of n normal points the inverse
   * covariance is n/(n−d−2) too large in the mean.
   */
  private double least(double sigma) {
    return normal(sigma) * Math.max(0, 1 - (data.dimension() + 2.0) / data.size());
  }

  private double[] cloud(RandomStreams streams) {
    Points all = data.points();
    int d = all.dimension();
    KernelGuess cloud = new KernelGuess(all.slice(0, Math.min(CLOUD, all.size())), 0);
    int asked = Math.min(ASKED, all.size());
    Points some = all.slice(0, asked);
    return IntStream.range(0, LEVELS)
        .mapToDouble(
            i -> {
              double tau = sigmas[i] * sigmas[i];
              double[] spread = cloud.spread(sigmas[i], some.plusNoise(sigmas[i], streams));
              return (d - Arrays.stream(spread).average().orElseThrow() / tau) / tau;
            })
        .toArray();
  }

  /** The sample. */
  public DataSummary data() {
    return data;
  }

  /** The levels at which J was estimated, least noise first. */
  public double[] sigmas() {
    return sigmas.clone();
  }

  /** What the best guess shows of J at each level, with its standard error. */
  public List<Estimate> shown() {
    return List.copyOf(shown);
  }

  /** Which guess showed most, at each level. */
  public List<String> guesses() {
    return List.copyOf(guesses);
  }

  /** J of the cloud of the sample's points at each level. */
  public double[] upper() {
    return upper.clone();
  }

  /**
   * J as advice takes it: the lower bound, constant below the levels and Σ 1/(λ+τ) above them, and
   * at no level less than a normal law with this spectrum has.
   */
  public double fisher(double sigma) {
    if (sigma > sigmas[LEVELS - 1]) {
      return normal(sigma);
    }
    return Math.max(least(sigma), profile.applyAsDouble(Math.max(sigma, sigmas[0])));
  }

  /** dτ − τ²J: the upper bound on mmse that belongs to it. */
  public double mmse(double sigma) {
    double tau = sigma * sigma;
    return tau * Math.max(0, data.dimension() - tau * fisher(sigma));
  }

  /** The least level down to which the bounds on J are within 20 % of each other. */
  public double knownDownTo() {
    int i = LEVELS - 1;
    while (i > 0 && upper[i - 1] <= KNOWN * fisher(sigmas[i - 1])) {
      i--;
    }
    return sigmas[i];
  }
}
