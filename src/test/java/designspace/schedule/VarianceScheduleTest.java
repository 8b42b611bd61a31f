package designspace.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The contract of a variance schedule, for all of them. */
class VarianceScheduleTest {
  @Provide
  Arbitrary<VarianceSchedule> schedules() {
    return Arbitraries.of(
        VarianceSchedule.linear(),
        VarianceSchedule.sqrt(),
        VarianceSchedule.exponential(0.002, 80),
        VarianceSchedule.exponential(1e-12, 1e12));
  }

  @Property(seed = "1")
  void timeInvertsSigmaBarToRounding(
      @ForAll("schedules") VarianceSchedule schedule,
      @ForAll @DoubleRange(min = -6, max = 0) double power) {
    double t = Math.pow(10, power);
    double back = schedule.time(schedule.sigmaBar(t));
    // A logarithm of size up to 55 carries its rounding over to a time near 0.
    assertThat(back).isCloseTo(t, within(4 * Math.ulp(t) + 4 * Math.ulp(1.0)));
    double sigma = schedule.sigmaBar(t);
    // Rounding of t is multiplied by d ln σ̄/dt, at most ln(10²⁴) ≈ 55.
    double again = schedule.sigmaBar(schedule.time(sigma));
    assertThat(again / sigma).isCloseTo(1, within(60 * Math.ulp(1.0)));
  }

  @Property(seed = "2")
  void rateIsHalfTheGrowthOfVariance(
      @ForAll("schedules") VarianceSchedule schedule,
      @ForAll @DoubleRange(min = 0.01, max = 1) double t) {
    double h = 1e-5 * t;
    double after = schedule.sigmaBar(t + h);
    double before = schedule.sigmaBar(t - h);
    double numeric = 0.5 * (after - before) * (after + before) / (2 * h);
    // Central difference: relative error h² (2 ln r)²/6 < 1e−6 at ln r = 55, rounding 1e−11.
    assertThat(schedule.rate(t) / numeric).isCloseTo(1, within(2e-6));
  }

  @Property(seed = "3")
  void sigmaBarIncreases(
      @ForAll("schedules") VarianceSchedule schedule,
      @ForAll @DoubleRange(min = 0, max = 1) double t) {
    assertThat(schedule.sigmaBar(t)).isLessThan(schedule.sigmaBar(t + 1e-9));
  }

  @Test
  void songsOriginalRunsFromSigmaMinToSigmaMax() {
    VarianceSchedule song = VarianceSchedule.exponential(0.01, 50);
    assertThat(song.sigmaBar(0)).isEqualTo(0.01);
    assertThat(song.sigmaBar(1)).isCloseTo(50, within(1e-12));
    assertThat(song.sigmaBar(0.5)).isCloseTo(Math.sqrt(0.5), within(1e-14));
    assertThat(song.recipe()).hasToString("exponential(σ_min=0.01, σ_max=50)");
  }

  @Test
  void refusesBadInput() {
    for (VarianceSchedule schedule : List.of(VarianceSchedule.linear(), VarianceSchedule.sqrt())) {
      for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
        assertThatThrownBy(() -> schedule.sigmaBar(bad)).hasMessageContaining("t = " + bad);
        assertThatThrownBy(() -> schedule.rate(bad)).hasMessageContaining("t = " + bad);
        assertThatThrownBy(() -> schedule.time(bad)).hasMessageContaining("sigmaBar = " + bad);
      }
    }
    assertThatThrownBy(() -> VarianceSchedule.exponential(2, 1))
        .hasMessageContaining("sigmaMin = 2.0: expected less than sigmaMax = 1.0, because");
    assertThatThrownBy(() -> VarianceSchedule.exponential(0.1, 1).time(0.05))
        .hasMessageContaining("sigmaBar = 0.05: expected at least σ_min = 0.1");
  }
}
