package designspace.advice;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A sample in two halves. Laws are guessed from one and judged on the other: a normal law, round
 * and not, a mixture of normal laws, and kernels; how many and how wide, by held-out likelihood.
 */
final class HeldOut {
  private static final int MOST_TRAINING = 1000;
  private static final int MOST_JUDGED = 400;

  /** Beyond this dimension a covariance for each bump has more numbers than samples have points. */
  private static final int MOST_DIMENSIONS = 32;

  private static final int[] BUMPS = {2, 4, 8, 16, 32};
  private static final int WIDTHS = 14;

  private final Points train;
  private final Points judged;
  private final Points noise;
  private final Gaussian normal;
  private final List<Guess> guesses = new ArrayList<>();

  private HeldOut(Points train, Points judged, RandomStreams streams) {
    this.train = train.slice(0, Math.min(MOST_TRAINING, train.size()));
    this.judged = judged.slice(0, Math.min(MOST_JUDGED, judged.size()));
    this.noise =
        Points.owning(new double[this.judged.size() * train.dimension()], train.dimension())
            .plusNoise(1, streams.fork(1));
    GaussianMixture one = MixtureFit.of(this.train, 1, streams.fork(2));
    normal = one.bump(0);
    double trace = Arrays.stream(normal.spectrum().eigenvalues()).sum();
    double c = Math.sqrt(trace / train.dimension());
    guesses.add(Guess.of("round normal law", Gaussian.isotropic(normal.mean(), c)));
    guesses.add(Guess.of("normal law", normal));
  }

  /** Both halves in both roles, with guesses of the same kinds. */
  static List<HeldOut> halves(DataSummary data, RandomStreams streams) {
    Points shuffled = shuffled(data.points(), streams.fork(0));
    int half = shuffled.size() / 2;
    Points first = shuffled.slice(0, half);
    Points second = shuffled.slice(half, shuffled.size());
    HeldOut one = new HeldOut(first, second, streams.fork(1));
    HeldOut other = new HeldOut(second, first, streams.fork(2));
    KernelGuess kernels = one.bestKernels(data);
    one.guesses.add(kernels);
    other.guesses.add(new KernelGuess(other.train, kernels.width()));
    int bumps = one.addBestMixture(streams.fork(3));
    if (bumps > 0) {
      other.guesses.add(mixture(other.train, bumps, streams.fork(4)));
    }
    return List.of(one, other);
  }

  private static Points shuffled(Points points, RandomStreams streams) {
    int n = points.size();
    int d = points.dimension();
    double[] keys =
        IntStream.range(0, n).mapToDouble(i -> streams.stream(i).nextDouble()).toArray();
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted((a, b) -> Double.compare(keys[a], keys[b]))
            .mapToInt(i -> i)
            .toArray();
    double[] values = points.toArray();
    double[] shuffled = new double[values.length];
    for (int i = 0; i < n; i++) {
      System.arraycopy(values, order[i] * d, shuffled, i * d, d);
    }
    return Points.owning(shuffled, d);
  }

  private KernelGuess bestKernels(DataSummary data) {
    double low = 0.2 * data.neighbourDistance() / Math.sqrt(data.dimension());
    double high = data.sigmaData();
    List<KernelGuess> tried = new ArrayList<>();
    for (int i = 0; i < WIDTHS; i++) {
      tried.add(new KernelGuess(train, low * Math.pow(high / low, i / (WIDTHS - 1.0))));
    }
    ToDoubleFunction<KernelGuess> score = this::likelihood;
    double[] values = tried.stream().mapToDouble(score).toArray();
    return tried.get(
        IntStream.range(0, WIDTHS).reduce((a, b) -> values[b] > values[a] ? b : a).orElseThrow());
  }

  /** Adds the mixture of greatest held-out likelihood; returns its size, 0 if none is tried. */
  private int addBestMixture(RandomStreams streams) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    Guess kept = null;
    int since = 0;
    for (int i = 0; i < BUMPS.length && since < 2 && fits(BUMPS[i]); i++) {
      Guess guess = mixture(train, BUMPS[i], streams.fork(i));
      double value = likelihood(guess);
      since = value > most ? 0 : since + 1;
      if (value > most) {
        most = value;
        best = BUMPS[i];
        kept = guess;
      }
    }
    if (kept != null) {
      guesses.add(kept);
    }
    return best;
  }

  private boolean fits(int bumps) {
    return train.dimension() <= MOST_DIMENSIONS && train.size() >= 8 * bumps;
  }

  private static Guess mixture(Points train, int bumps, RandomStreams streams) {
    return Guess.of(bumps + " bumps", MixtureFit.of(train, bumps, streams));
  }

  private double likelihood(Guess guess) {
    return Arrays.stream(guess.logDensity(judged)).average().orElseThrow();
  }

  List<Guess> guesses() {
    return guesses;
  }

  /** What a guess shows of J at each judged point, with the same noise at every σ. */
  double[] shown(Guess guess, double sigma) {
    double[] x = judged.toArray();
    double[] xi = noise.toArray();
    for (int i = 0; i < x.length; i++) {
      x[i] += sigma * xi[i];
    }
    Points noisy = Points.owning(x, judged.dimension());
    double[] shown = guess.shown(sigma, noisy);
    for (int i = 0; i < shown.length; i++) {
      shown[i] += chance(sigma, judged.row(i), noisy.row(i));
    }
    return shown;
  }

  /** ‖S‖² of the normal law less its mean over the noise: what of ‖S‖² is the noise's chance. */
  private double chance(double sigma, double[] clean, double[] noisy) {
    double tau = sigma * sigma;
    double[] lambda = normal.spectrum().eigenvalues();
    double[] before = deviation(clean);
    double[] after = deviation(noisy);
    double sum = 0;
    for (int j = 0; j < lambda.length; j++) {
      double total = lambda[j] + tau;
      sum += (after[j] * after[j] - before[j] * before[j] - tau) / (total * total);
    }
    return sum;
  }

  private double[] deviation(double[] x) {
    double[] mean = normal.mean();
    double[] difference = new double[x.length];
    Arrays.setAll(difference, j -> x[j] - mean[j]);
    return normal.spectrum().toEigenbasis(difference);
  }
}
