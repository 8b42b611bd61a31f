package designspace.claim;

import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.relative;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.metric.LogLogSlope;
import designspace.network.InitialNorms;
import designspace.network.Parametrization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** lem-4: norms of noisy inputs and of hidden layers. */
final class NormClaims {
  private static final long SEED = 20240623;
  private static final int[] DIMENSIONS = {8, 32, 128, 512};
  private static final int[] WIDTHS = {32, 64, 128, 256};
  private static final int DEPTH = 2;
  private static final double SIGMA = 0.8;

  /** Each size is run so often; their spread gives the slopes' intervals. */
  private static final int BLOCKS = 8;

  private static final Tolerance CHANCE =
      absolute(0, "12 numbers or fewer: 4 standard errors are exceeded once in 1000 runs");
  private static final Tolerance ROUNDING = relative(1e-12, "rounding");

  private NormClaims() {}

  static Claim lemma4(Budget budget) {
    int n = budget.size(50, 400);
    double mean = 0;
    double norm = 0;
    double variance = 0;
    for (int m : WIDTHS) {
      InitialNorms norms = InitialNorms.of(inputs(12, BLOCKS * n), m, DEPTH, SEED + m);
      for (int l = 0; l <= DEPTH; l++) {
        mean = Math.max(mean, deviation(norms.meanSquare(l), 1));
        norm = Math.max(norm, deviation(norms.meanNorm(l), InitialNorms.exactNorm(m, l)));
        double exact = InitialNorms.exactVariance(m, l);
        variance = Math.max(variance, deviation(norms.variance(l), exact));
      }
    }
    String layers = ", m = 32 … 256, ℓ = 0 … 2, largest in s.e.";
    LogLogSlope inM = spreadInWidth(n);
    LogLogSlope inD = spreadInDimension(10 * n);
    return Claim.of(
            "lem-4",
            List.of(
                atMost("E‖q_ℓ‖²/‖z‖² − 1" + layers, mean, 4, CHANCE),
                atMost("Var(‖q_ℓ‖²/‖z‖²) − ((1+5/m)^{ℓ+1} − 1)" + layers, variance, 4, CHANCE),
                atMost("E‖q_ℓ‖/‖z‖ − its closed form, below 1" + layers, norm, 4, CHANCE),
                equal(
                    "spread of ‖q_2‖² ∝ m^…, m = 32 … 256, which tends to −½",
                    inM.slope(),
                    exactSlope(),
                    TrainingSlope.chance(inM)),
                atMost("E‖X‖² − ‖x‖² − σ̄²d, d = 8 … 512, in s.e.", meanOfX(10 * n), 4, CHANCE),
                equal("spread of ‖X‖² ∝ d^…", inD.slope(), -0.5, TrainingSlope.chance(inD)),
                equal("what σ̄ as a coordinate adds to ‖X‖², / σ̄²", added(), 1, ROUNDING)))
        .withSeed(SEED);
  }

  /** Of √((1+5/m)³ − 1), −½ but for a term of order 1/m. */
  private static double exactSlope() {
    double[] m = Arrays.stream(WIDTHS).asDoubleStream().toArray();
    double[] spread =
        Arrays.stream(WIDTHS)
            .mapToDouble(width -> Math.sqrt(InitialNorms.exactVariance(width, DEPTH)))
            .toArray();
    return LogLogSlope.fit(m, spread).slope();
  }

  private static double deviation(Estimate measured, double expected) {
    return Math.abs(measured.value() - expected) / measured.error();
  }

  /** Clean points of norm √d. */
  private static Points clean(int d, int n) {
    return Gaussian.isotropic(d, 1)
        .sample(n, new RandomStreams(SEED).fork(d))
        .map(
            x -> {
              double square = square(x);
              for (int j = 0; j < d; j++) {
                x[j] *= Math.sqrt(d / square);
              }
              return x;
            });
  }

  private static Points noisy(int d, int n) {
    return clean(d, n).plusNoise(SIGMA, new RandomStreams(SEED).fork(-d));
  }

  /** What the network sees of noisy points. */
  private static Points inputs(int d, int n) {
    Points x = noisy(d, n);
    double[] values = new double[n * (d + 1)];
    double[] z = new double[d + 1];
    for (int i = 0; i < n; i++) {
      Parametrization.paper().input(SIGMA, x.row(i), z);
      System.arraycopy(z, 0, values, i * (d + 1), d + 1);
    }
    return Points.owning(values, d + 1);
  }

  private static double square(double... x) {
    double square = 0;
    for (double value : x) {
      square += value * value;
    }
    return square;
  }

  private static double[] squares(Points x, int from, int to) {
    double[] squares = new double[to - from];
    for (int i = from; i < to; i++) {
      squares[i - from] = square(x.row(i));
    }
    return squares;
  }

  private static LogLogSlope spreadInWidth(int n) {
    List<double[]> pairs = new ArrayList<>();
    for (int m : WIDTHS) {
      for (int b = 0; b < BLOCKS; b++) {
        InitialNorms norms = InitialNorms.of(inputs(12, n), m, DEPTH, SEED + 1000L * b + m);
        pairs.add(new double[] {m, Math.sqrt(norms.variance(DEPTH).value())});
      }
    }
    return fit(pairs);
  }

  /** √Var‖X‖²/E‖X‖² = √((4σ̄²‖x‖²+2dσ̄⁴)/(‖x‖²+dσ̄²)²) ∝ d^{−½} as ‖x‖² = d. */
  private static LogLogSlope spreadInDimension(int n) {
    List<double[]> pairs = new ArrayList<>();
    for (int d : DIMENSIONS) {
      Points x = noisy(d, BLOCKS * n);
      for (int b = 0; b < BLOCKS; b++) {
        Estimate mean = Estimate.mean(squares(x, b * n, (b + 1) * n));
        pairs.add(new double[] {d, mean.error() * Math.sqrt(n) / mean.value()});
      }
    }
    return fit(pairs);
  }

  private static LogLogSlope fit(List<double[]> pairs) {
    return LogLogSlope.fit(
        pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
        pairs.stream().mapToDouble(pair -> pair[1]).toArray());
  }

  private static double meanOfX(int n) {
    double largest = 0;
    for (int d : DIMENSIONS) {
      Estimate mean = Estimate.mean(squares(noisy(d, n), 0, n));
      largest = Math.max(largest, deviation(mean, d + SIGMA * SIGMA * d));
    }
    return largest;
  }

  private static double added() {
    double ofX = square(noisy(12, 1).row(0));
    return (square(inputs(12, 1).row(0)) - ofX) / (SIGMA * SIGMA);
  }
}
