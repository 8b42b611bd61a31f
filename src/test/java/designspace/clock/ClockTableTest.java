package designspace.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.clock.ClockTable.DecadeShare;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The clocks side by side: each has the least of the error it is for. */
class ClockTableTest {
  private static double least(List<ClockErrors> rows, ToDoubleFunction<ClockErrors> error) {
    return rows.stream().mapToDouble(error).min().orElseThrow();
  }

  private static ClockErrors of(List<ClockErrors> rows, String label) {
    return rows.stream().filter(row -> row.clock().equals(label)).findFirst().orElseThrow();
  }

  @Test
  void eachClockHasTheLeastOfItsError() {
    for (List<ClockErrors> all :
        List.of(ClockTable.isotropicErrors(), ClockTable.anisotropicErrors())) {
      List<ClockErrors> rows = all.stream().filter(row -> row.steps() == 100).toList();
      double rounding = 1 + 1e-9;
      assertThat(of(rows, "Fisher").path().eq10())
          .isLessThan(least(rows, row -> row.path().eq10()) * rounding);
      assertThat(of(rows, "frozen path").path().frozen())
          .isLessThan(least(rows, row -> row.path().frozen()) * rounding);
      assertThat(of(rows, "marginal KL, eq-10").marginal().eq10())
          .isLessThan(least(rows, row -> row.marginal().eq10()) * rounding);
      assertThat(of(rows, "marginal KL, Euler probability flow").marginal().flow())
          .isLessThan(least(rows, row -> row.marginal().flow()) * rounding);
    }
  }

  @Test
  void theReferenceValuesOfTheTheory() {
    ClockErrors root =
        ClockTable.isotropicErrors().stream()
            .filter(row -> row.clock().equals("1/√ law") && row.steps() == 100)
            .findFirst()
            .orElseThrow();
    assertThat(root.marginal().eq10()).isCloseTo(4.217e-4, within(5e-8)); // THEORY §4
  }

  @Test
  void onAMixtureTheLawsOwnClocksAreBest() {
    GaussianMixture data =
        GaussianMixture.of(
            new double[] {0.5, 0.5},
            Gaussian.isotropic(new double[] {-1}, 0.3),
            Gaussian.isotropic(new double[] {2}, 0.5));
    List<LineClockErrors> rows = LineClockErrors.of(data, 0.1, 10, 12);
    assertThat(rows).hasSize(12);
    assertThat(rows.get(0).clock()).isEqualTo("Fisher");
    assertThat(rows.get(1).clock()).isEqualTo("frozen path");
    for (LineClockErrors row : rows) {
      assertThat(row.path()).isGreaterThanOrEqualTo(rows.get(0).path());
      assertThat(row.klub()).isGreaterThanOrEqualTo(rows.get(1).klub());
      assertThat(row.marginal()).isLessThan(row.path() + 0.1); // which leaves the start out
    }
  }

  @Test
  void sharesAreAWhole() {
    ClockTable.shares().stream()
        .collect(
            Collectors.groupingBy(DecadeShare::clock, Collectors.summingDouble(DecadeShare::share)))
        .forEach((clock, sum) -> assertThat(sum).as(clock).isCloseTo(1, within(1e-9)));
  }
}
