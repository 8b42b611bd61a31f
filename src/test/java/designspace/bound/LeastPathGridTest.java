package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The dynamic programme against enumeration and against the law that is optimal (B4). */
class LeastPathGridTest {
  /** Enumeration of all grids of 4 steps on 12 levels, for g of either sign without any order. */
  @Property(seed = "5", tries = 300)
  void isTheLeastOfAllGrids(@ForAll Random random) {
    double[] sigmas = ScoreAwareClockTest.random(random, 11).sigmas();
    double[] g = random.doubles(12, -1, 1).toArray();
    DoubleUnaryOperator values = s -> g[11 - Arrays.binarySearch(reversed(sigmas), s)];
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < 9; i++) {
      for (int j = i + 1; j < 10; j++) {
        for (int k = j + 1; k < 11; k++) {
          NoiseGrid grid = NoiseGrid.of(sigmas[0], sigmas[i], sigmas[j], sigmas[k], sigmas[11]);
          least = Math.min(least, ScoreAwareClockTest.sum(grid, values));
        }
      }
    }
    NoiseGrid best = LeastPathGrid.of(values, sigmas, 4);
    assertThat(best.steps()).isEqualTo(4);
    assertThat(best.recipe().source()).isEqualTo("B6");
    assertThat(ScoreAwareClockTest.sum(best, values)).isCloseTo(least, within(1e-9));
  }

  private static double[] reversed(double... values) {
    double[] other = new double[values.length];
    Arrays.setAll(other, i -> values[values.length - 1 - i]);
    return other;
  }

  @Test
  void isAsGoodAsTheLogLawUpToItsCandidates() {
    DoubleUnaryOperator j = ScoreAwareClockTest.fisher(0.5);
    ProfiledLedger ledger = ProfiledLedger.of(80, 0, j, sigma -> 0);
    NoiseGrid least =
        LeastPathGrid.of(s -> -j.applyAsDouble(s), ScoreAwareClockTest.candidates(2001), 18);
    NoiseGrid law = NoiseGrid.angle(AngleLaw.LOG, 0.5, 0.002, 80, 18);
    assertThat(ledger.on(least).totalNats() / ledger.on(law).totalNats()).isBetween(1.0, 1.0001);
  }

  @Test
  void refusesTooFewCandidatesAndWhatIsNoNumber() {
    double[] three = {80, 0.4, 0.002};
    assertThatThrownBy(() -> LeastPathGrid.of(s -> 1, three, 3))
        .hasMessageContaining("candidates = 3");
    assertThatThrownBy(() -> LeastPathGrid.of(s -> s < 1 ? Double.NaN : 1, three, 2))
        .hasMessageContaining("g at σ = 0.4 = NaN");
  }
}
