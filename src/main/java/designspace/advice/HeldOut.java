package designspace.advice;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sample in two halves. Laws are guessed from one and judged on the other: a normal law, round
 * and not, kernels, and a mixture of normal laws. How wide and how many is settled within the
 * guessing half, by likelihood: of each point under the kernels of the others, of a third under
 * mixtures of the rest.
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

  private HeldOut(Points train, Points judged, DataSummary data, RandomStreams streams) {
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
    guesses.add(bestKernels(data));
    if (fits(data, BUMPS[0])) {
      guesses.add(mixture(this.train, bestBumps(data, streams.fork(3)), streams.fork(4)));
    }
  }

  /** Both halves in both roles, with guesses of the same kinds. */
  static List<HeldOut> halves(DataSummary data, RandomStreams streams) {
    Points shuffled = shuffled(data.points(), streams.fork(0));
    int half = shuffled.size() / 2;
    Points first = shuffled.slice(0, half);
    Points second = shuffled.slice(half, shuffled.size());
    HeldOut one = new HeldOut(first, second, data, streams.fork(1));
    HeldOut other = new HeldOut(second, first, data, streams.fork(2));
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
    KernelGuess best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < WIDTHS; i++) {
      KernelGuess tried = new KernelGuess(train, low * Math.pow(high / low, i / (WIDTHS - 1.0)));
      double value = tried.likelihoodOfOwn(MOST_JUDGED);
      if (best == null || value > most) {
        most = value;
        best = tried;
      }
    }
    return best;
  }

  private int bestBumps(DataSummary data, RandomStreams streams) {
    int cut = train.size() - train.size() / 3;
    Points fitted = train.slice(0, cut);
    Points asked = train.slice(cut, train.size());
    int best = BUMPS[0];
    double most = Double.NEGATIVE_INFINITY;
    int since = 0;
    for (int i = 0; i < BUMPS.length && since < 2 && fits(data, BUMPS[i]); i++) {
      Guess guess = mixture(fitted, BUMPS[i], streams.fork(i));
      double value = Arrays.stream(guess.logDensity(asked)).average().orElseThrow();
      since = value > most ? 0 : since + 1;
      if (value > most) {
        most = value;
        best = BUMPS[i];
      }
    }
    return best;
  }

  /** The same in both halves. */
  private static boolean fits(DataSummary data, int bumps) {
    return data.dimension() <= MOST_DIMENSIONS && data.size() >= 16 * bumps;
  }

  private static Guess mixture(Points train, int bumps, RandomStreams streams) {
    return Guess.of(bumps + " bumps", MixtureFit.of(train, bumps, streams));
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
