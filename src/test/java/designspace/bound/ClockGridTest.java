package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** How steps are allotted to stretches. */
class ClockGridTest {
  private static final double LOW = 0.002;
  private static final double HIGH = 80;

  /** Of all ways to cut N steps into stretches, at least one each, Σ Θ²/n is the least. */
  @Property(seed = "1", tries = 200)
  void theAllotmentIsTheLeastOfAll(
      @ForAll @DoubleRange(min = 0.1, max = 2) double c,
      @ForAll @DoubleRange(min = 1.5, max = 6) double waves,
      @ForAll @DoubleRange(min = 0, max = 6) double phase,
      @ForAll @IntRange(min = 0, max = 8) int more) {
    DoubleUnaryOperator j = ScoreAwareClockTest.fisher(c);
    DoubleUnaryOperator error =
        s -> 0.3 * j.applyAsDouble(s) * (1 + 0.9 * Math.sin(phase + waves * Math.log(s)));
    LowerEnvelope envelope =
        new LowerEnvelope(s -> error.applyAsDouble(s) - j.applyAsDouble(s), LOW, HIGH);
    List<LowerEnvelope.Flat> flats =
        envelope.flats().stream().filter(flat -> flat.upper() > 0).limit(3).toList();
    int steps = flats.size() + 1 + more;
    double[] levels = new ClockGrid(envelope, flats, steps).levels();
    assertThat(levels).hasSize(steps + 1);
    List<Double> lengths = new ArrayList<>();
    double cost = 0;
    int from = 0;
    for (int i = 0; i <= flats.size(); i++) {
      int end = i == flats.size() ? envelope.last() : flats.get(i).upper();
      int start = i == 0 ? 0 : flats.get(i - 1).upper();
      double length = envelope.clock(end) - envelope.clock(start);
      int to = from;
      while (levels[to] > envelope.sigma(end)) {
        to++;
      }
      assertThat(levels[to]).as("a level at each station").isEqualTo(envelope.sigma(end));
      lengths.add(length);
      cost += length * length / (to - from);
      from = to;
    }
    assertThat(cost).isCloseTo(least(lengths, steps), within(1e-9 * cost));
  }

  private static double least(List<Double> lengths, int steps) {
    double square = lengths.get(0) * lengths.get(0);
    if (lengths.size() == 1) {
      return square / steps;
    }
    List<Double> others = lengths.subList(1, lengths.size());
    double least = Double.POSITIVE_INFINITY;
    for (int n = 1; n <= steps - others.size(); n++) {
      least = Math.min(least, square / n + least(others, steps - n));
    }
    return least;
  }
}
