package designspace.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.core.RandomStreams;
import designspace.data.GaussianMixture;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class LineNodesTest {
  private static double mean(LineNodes nodes, DoubleUnaryOperator f) {
    double sum = 0;
    for (int j = 0; j < nodes.size(); j++) {
      sum += nodes.mass(j) * f.applyAsDouble(nodes.place(j));
    }
    return sum;
  }

  /** Mass, moments, and E s′ = −E s², in which takeovers count. */
  @Property(seed = "1", tries = 50)
  void meansOverMixtures(@ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double tau) {
    GaussianMixture data = Mixtures.random(new RandomStreams(seed).stream(0));
    LineNodes nodes = LineNodes.of(data, tau);
    assertThat(mean(nodes, x -> 1)).isCloseTo(1, within(1e-9));
    assertThat(mean(nodes, x -> x)).isCloseTo(data.mean()[0], within(1e-9));
    double second = data.secondMoment() + tau;
    assertThat(mean(nodes, x -> x * x)).isCloseTo(second, within(1e-9 * second));
    SmoothedLine line = new SmoothedLine(data, tau);
    double square = mean(nodes, x -> moved(line, x).score() * line.score());
    double slope = mean(nodes, x -> moved(line, x).slope());
    assertThat(-slope / square).isCloseTo(1, within(1e-6));
  }

  private static SmoothedLine moved(SmoothedLine line, double x) {
    line.moveTo(x);
    return line;
  }
}
