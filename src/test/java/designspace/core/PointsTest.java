package designspace.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PointsTest {
  private final Points points =
      Points.of(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 9});

  @Test
  void isRowMajor() {
    assertThat(points.size()).isEqualTo(3);
    assertThat(points.dimension()).isEqualTo(2);
    assertThat(points.get(1, 0)).isEqualTo(3);
    assertThat(points.row(2)).containsExactly(5, 9);
    assertThat(points.column(1)).containsExactly(2, 4, 9);
    assertThat(points.slice(1, 3)).isEqualTo(Points.of(new double[] {3, 4}, new double[] {5, 9}));
  }

  @Test
  void doesNotLeakItsArray() {
    points.row(0)[0] = 99;
    points.column(0)[0] = 99;
    points.toArray()[0] = 99;
    assertThat(points.get(0, 0)).isEqualTo(1);
  }

  @Test
  void momentsAreThoseOfTheRows() {
    assertThat(points.mean()).containsExactly(new double[] {3, 5}, within(1e-15));
    assertThat(points.variance()).containsExactly(new double[] {4, 13}, within(1e-14));
  }

  @Test
  void noiseOfOneSampleDependsOnNoOther() {
    RandomStreams streams = new RandomStreams(7);
    Points noisy = points.plusNoise(2, streams);
    Points first = points.slice(0, 1).plusNoise(2, streams);
    assertThat(noisy.row(0)).isEqualTo(first.row(0));
    assertThat(points.plusNoise(0, streams)).isEqualTo(points);
  }

  @Test
  void mapsPointByPoint() {
    Points doubled = points.map(x -> new double[] {2 * x[0], 2 * x[1]});
    assertThat(doubled.row(2)).containsExactly(10, 18);
  }

  @Test
  void aWrongCoordinateIsNotAnotherPointsNumber() {
    assertThatThrownBy(() -> points.get(0, 2))
        .hasMessageContaining("coordinate = 2: expected an index from 0 to 1");
    assertThatThrownBy(() -> points.column(-1)).hasMessageContaining("coordinate = -1");
  }

  @Test
  void refusesRaggedAndEmptyInput() {
    assertThatThrownBy(() -> Points.of(new double[] {1}, new double[] {1, 2}))
        .hasMessageContaining("length of row 1 = 2: expected 1, because");
    assertThatThrownBy(Points::of).hasMessageContaining("number of rows = 0");
    assertThatThrownBy(() -> Points.owning(new double[5], 2))
        .hasMessageContaining("number of values = 5: expected a multiple of 2");
    assertThatThrownBy(() -> Points.owning(new double[5], 0)).hasMessageContaining("dimension = 0");
    assertThatThrownBy(() -> points.slice(0, 1).variance())
        .hasMessageContaining("number of points = 1");
    assertThatThrownBy(() -> points.plusNoise(-1, new RandomStreams(0)))
        .hasMessageContaining("sigma = -1.0");
  }
}
