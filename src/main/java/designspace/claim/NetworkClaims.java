package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.network.ReluNetwork;
import designspace.training.GradientDescent;
import designspace.training.Recording;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/** eq-8: the network is that of the Paper. */
final class NetworkClaims {
  private static final long SEED = 20240702;
  private static final Tolerance ROUNDING = absolute(0, "rounding of sums of some hundred terms");
  private static final TrainingCase CASE = TrainingCase.of(4, 4, 8, 256).withDepth(2);

  private NetworkClaims() {}

  static Claim eq8(Budget budget) {
    ReluNetwork network = CASE.network();
    Points z = Points.owning(normals(20 * 9, 0), 9);
    GradientDescent run = CASE.descent(CASE.steps().corrected(), Recording.off());
    run.advance(20);
    ReluNetwork after = run.network();
    double still = Math.max(moved(network, after, 0), moved(network, after, 3));
    double least = Math.min(moved(network, after, 1), moved(network, after, 2));
    Tolerance exactly = absolute(0, "they are not touched");
    return Claim.of(
            "eq-8",
            List.of(
                atMost(
                    "|F(az) − aF(z)| / ‖F‖, a = 1/3 and 7, d = 8, L = 2",
                    homogeneity(network, z, -1),
                    1e-13,
                    ROUNDING),
                atMost(
                    "the same for a factor in each of W₀ … W₃",
                    homogeneity(network, z, 3),
                    1e-13,
                    ROUNDING),
                atMost(
                    "mean squares of the layers against 2/m and 1/d, largest of 12, in s.e.",
                    variances(),
                    4,
                    absolute(0, "12 numbers: 4 s.e. are exceeded once in 1300 runs")),
                equal("change of W₀ and W_{L+1} in 20 steps", still, 0, exactly),
                atLeast("change of W₁ and W₂, the smaller", least, 1e-3, exactly)))
        .withSeed(SEED);
  }

  private static double[] normals(int count, long stream) {
    RandomGenerator random = new RandomStreams(SEED).stream(stream);
    return DoubleStream.generate(random::nextGaussian).limit(count).toArray();
  }

  /** Scales the input, and each of the layers 0 … last on its own. */
  private static double homogeneity(ReluNetwork network, Points z, int last) {
    double worst = 0;
    double[] plain = network.apply(z).toArray();
    for (double a : new double[] {1.0 / 3, 7}) {
      if (last < 0) {
        double[] scaled = network.apply(z.map(row -> times(row, a))).toArray();
        worst = Math.max(worst, deviation(scaled, plain, a));
      }
      for (int l = 0; l <= last; l++) {
        ReluNetwork other = network.copy();
        double[] layer = other.layer(l);
        System.arraycopy(times(layer.clone(), a), 0, layer, 0, layer.length);
        worst = Math.max(worst, deviation(other.apply(z).toArray(), plain, a));
      }
    }
    return worst;
  }

  private static double[] times(double[] values, double a) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= a;
    }
    return values;
  }

  private static double deviation(double[] scaled, double[] plain, double a) {
    double worst = 0;
    double square = 0;
    for (int i = 0; i < plain.length; i++) {
      worst = Math.max(worst, Math.abs(scaled[i] / a - plain[i]));
      square += plain[i] * plain[i];
    }
    return worst / Math.sqrt(square);
  }

  /** A mean of k squares of N(0, v) has the standard error v√(2/k). */
  private static double variances() {
    double worst = 0;
    for (long seed = 0; seed < 3; seed++) {
      ReluNetwork network = CASE.withSeed(SEED + seed).network();
      for (int l = 0; l < network.shape().layers(); l++) {
        double v = l == 3 ? 1.0 / 8 : 2.0 / 256;
        double[] layer = network.layer(l);
        double square = 0;
        for (double w : layer) {
          square += w * w / layer.length;
        }
        worst = Math.max(worst, Math.abs(square / v - 1) / Math.sqrt(2.0 / layer.length));
      }
    }
    return worst;
  }

  private static double moved(ReluNetwork from, ReluNetwork to, int layer) {
    double square = 0;
    for (int i = 0; i < from.layer(layer).length; i++) {
      square += Math.pow(to.layer(layer)[i] - from.layer(layer)[i], 2);
    }
    return Math.sqrt(square);
  }
}
