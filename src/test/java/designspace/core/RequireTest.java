package designspace.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RequireTest {
  private static final String WHY = "it must";

  @Property(seed = "1")
  void positiveAcceptsExactlyPositiveFiniteNumbers(@ForAll double value) {
    if (value > 0 && value <= Double.MAX_VALUE) {
      assertThat(Require.positive("x", value, WHY)).isEqualTo(value);
    } else {
      assertThatThrownBy(() -> Require.positive("x", value, WHY))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("x = " + value + ": expected a positive finite number, because it must");
    }
  }

  @Test
  void notANumberAndInfinitiesPassNowhere() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> Require.positive("x", bad, WHY)).hasMessageContaining("x = " + bad);
      assertThatThrownBy(() -> Require.notNegative("x", bad, WHY)).hasMessageContaining("x = ");
      assertThatThrownBy(() -> Require.finite("x", bad, WHY)).hasMessageContaining("x = " + bad);
    }
    assertThatThrownBy(() -> Require.ordered("a", Double.NaN, "b", 1, WHY))
        .hasMessage("a = NaN: expected less than b = 1.0, because it must");
    assertThatThrownBy(() -> Require.ordered("a", 1, "b", 1, WHY)).hasMessageContaining("a = 1.0");
  }

  @Test
  void countsAndDimensions() {
    assertThat(Require.atLeast(1, "n", 1, WHY)).isEqualTo(1);
    assertThatThrownBy(() -> Require.atLeast(1, "n", 0, WHY))
        .hasMessage("n = 0: expected an integer of at least 1, because it must");
    assertThatThrownBy(() -> Require.dimension("x", 2, 3))
        .hasMessageContaining("dimension of x = 2: expected 3");
  }
}
