package designspace.clock;

import static designspace.clock.ClockTest.farthest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** AYS's tables, their interpolation and the fits of shapes. */
class AysTableTest {
  @ParameterizedTest
  @EnumSource(AysTable.class)
  void interpolationKeepsThePublishedLevels(AysTable table) {
    NoiseGrid ten = table.grid();
    assertThat(ten.steps()).isEqualTo(10);
    assertThat(farthest(table.grid(10), ten)).isZero();
    NoiseGrid thirty = table.grid(30);
    for (int k = 0; k <= 10; k++) {
      assertThat(thirty.sigma(3 * k)).isCloseTo(ten.sigma(k), within(1e-12 * ten.sigma(k)));
    }
    assertThat(thirty.ratio(0)).isCloseTo(Math.cbrt(ten.ratio(0)), within(1e-12));
    assertThat(table.grid(7).sigmaMin()).isEqualTo(ten.sigmaMin());
    assertThat(ten.recipe().toString()).contains(table.label());
  }

  @ParameterizedTest
  @EnumSource(AngleLaw.class)
  void aLawIsFoundAgain(AngleLaw law) {
    NoiseGrid grid = NoiseGrid.angle(law, 0.8, 0.01, 30, 12);
    Map<String, ShapeFit> fits =
        ShapeFit.ofAll("own", grid).stream().collect(Collectors.toMap(ShapeFit::family, f -> f));
    assertThat(fits.get(law.label()).parameter()).isCloseTo(0.8, within(1e-4));
    assertThat(fits.get(law.label()).rms()).isLessThan(1e-4);
  }

  /**
   * What the notebook says of the tables: of the five laws the tangent law is not always nearest.
   */
  @Test
  void shapesOfTheTables() {
    List<ShapeFit> fits = ShapeFit.aysTables();
    assertThat(fits).hasSize(24);
    assertThat(fits.get(2).family()).isEqualTo("tangent law");
    assertThat(fits.get(2).rms()).isCloseTo(0.171, within(5e-4));
    assertThat(fits.get(2).parameter()).isCloseTo(1.376, within(5e-4));
  }
}
