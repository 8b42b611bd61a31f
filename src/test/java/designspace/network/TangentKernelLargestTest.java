package designspace.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.core.RandomStreams;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TangentKernelLargestTest {
  /** The decomposition finds the same, to 1e−9: the power method stops when a step gains 1e−13. */
  @Property(tries = 30, seed = "1")
  void agreesWithTheDecomposition(@ForAll long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    ReluNetwork network = ReluNetwork.paper(2, 12, 2, seed);
    LeastSquares batch = LeastSquares.rows(network.shape(), 10);
    for (int r = 0; r < 10; r++) {
      double[] z = random.doubles(3, -1, 1).toArray();
      batch.set(r, z, new double[2], random.nextDouble(0.1, 2), random.nextDouble(0.1, 2));
    }
    double all = TangentKernel.of(network, batch, Trained.INNER).largest();
    double one = TangentKernel.largest(network, batch, Trained.INNER);
    assertThat(one / all).isCloseTo(1, within(1e-9));
    assertThat(one).isLessThanOrEqualTo(all * (1 + 1e-12)); // a Rayleigh quotient
  }

  /** Twenty decades between the eigenvalues do it no harm. */
  @Test
  void gradedMatrix() {
    double[][] diagonal = new double[41][41];
    for (int i = 0; i < 41; i++) {
      diagonal[i][i] = Math.pow(10, 10 - 0.5 * i);
    }
    assertThat(PowerMethod.largest(diagonal) / 1e10).isCloseTo(1, within(1e-12));
  }
}
