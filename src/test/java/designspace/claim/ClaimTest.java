package designspace.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimTest {
  private static final Tolerance EXACT = Tolerance.absolute(0, "exact");
  private static final Set<String> MISPRINTED =
      Set.of(
          "lem-9",
          "lem-13",
          "lem-15",
          "eq-3-4",
          "eq-6-7",
          "thm-2",
          "thm-3",
          "cor-1",
          "app-i1-opt",
          "lem-8",
          "thm-1",
          "prop-1",
          "cor-2",
          "tab-2",
          "rem-3");
  private static final Set<String> IN_PART = Set.of("asm-2");
  private static final Check PASS = Check.equal("q", 1, 1, EXACT);
  private static final Check FAIL = Check.equal("q", 1, 2, EXACT);

  static List<String> runnable() {
    return Claims.runnable();
  }

  @ParameterizedTest
  @MethodSource("runnable")
  void everyExperimentSettlesItsStatement(String id) {
    Claim claim = Settled.of(id);
    assertThat(claim.statement().id()).isEqualTo(id);
    assertThat(claim.verdict())
        .as(claim.checks().toString())
        .isEqualTo(
            MISPRINTED.contains(id)
                ? Verdict.CORRECTED
                : IN_PART.contains(id) ? Verdict.PARTLY : Verdict.HOLDS);
  }

  @Test
  void everyIdOfTheTheoryIsListedOnce() {
    List<String> expected = new ArrayList<>(List.of("eq-3-4", "eq-6-7", "eq-8", "eq-9", "eq-10"));
    number("asm-", 3, expected);
    number("thm-", 3, expected);
    number("cor-", 2, expected);
    number("rem-", 3, expected);
    number("lem-", 15, expected);
    number("fig-", 2, expected);
    number("tab-", 2, expected);
    expected.addAll(List.of("prop-1", "app-h3", "app-i1", "app-i1-opt"));
    number("E", 14, expected);
    number("B", 8, expected);
    assertThat(Statement.all().stream().map(Statement::id))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(Statement.all())
        .allSatisfy(s -> assertThat(s.text() + s.source()).isNotBlank().doesNotContain("\t"));
  }

  private static void number(String prefix, int count, List<String> into) {
    into.addAll(
        IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).collect(Collectors.toList()));
  }

  @Test
  void verdictsFollowFromChecks() {
    assertThat(Claim.of("B3", List.of(PASS, PASS)).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(Claim.of("B3", List.of(PASS, FAIL)).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(Claim.corrected("B3", FAIL, List.of(PASS)).verdict()).isEqualTo(Verdict.CORRECTED);
    assertThat(Claim.corrected("B3", PASS, List.of(PASS)).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(Claim.corrected("B3", FAIL, List.of(FAIL)).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(Claim.of("B3", List.of(PASS)).butFor("the rest").verdict())
        .isEqualTo(Verdict.PARTLY);
    assertThat(Claim.of("B3", List.of(FAIL)).butFor("the rest").verdict())
        .isEqualTo(Verdict.REFUTED);
    assertThat(Claim.open("B1").verdict()).isEqualTo(Verdict.OPEN);
    assertThatThrownBy(() -> Claim.of("B3", List.of())).hasMessageContaining("needs evidence");
  }

  @Property(seed = "1")
  void checksCompareAsTheySay(@ForAll double measured, @ForAll double expected) {
    Tolerance one = Tolerance.absolute(1, "one");
    assertThat(Check.equal("q", measured, expected, one).passes())
        .isEqualTo(Math.abs(measured - expected) <= 1);
    assertThat(Check.atMost("q", measured, expected, one).passes())
        .isEqualTo(measured - expected <= 1);
    assertThat(Check.atLeast("q", measured, expected, one).passes())
        .isEqualTo(measured - expected >= -1);
  }

  @Test
  void notANumberNeverPasses() {
    for (double[] pair : new double[][] {{Double.NaN, 1}, {1, Double.NaN}}) {
      assertThat(Check.equal("q", pair[0], pair[1], EXACT).passes()).isFalse();
      assertThat(Check.atMost("q", pair[0], pair[1], EXACT).passes()).isFalse();
      assertThat(Check.atLeast("q", pair[0], pair[1], EXACT).passes()).isFalse();
    }
  }

  @Test
  void tolerancesSayHowFar() {
    assertThat(Tolerance.relative(0.01, "r").around(-50)).isEqualTo(0.5);
    assertThat(Tolerance.printedDigits(4.43e-8, 3).around(1)).isCloseTo(5e-11, within(1e-24));
    assertThat(Tolerance.printedDigits(1.49e8, 3).around(1)).isCloseTo(5e5, within(1e-6));
    assertThatThrownBy(() -> Tolerance.absolute(Double.NaN, "r")).hasMessageContaining("NaN");
  }

  @Test
  void unknownAndOpenIdsAreRefused() {
    assertThatThrownBy(() -> Claims.settle("lem-99"))
        .hasMessageContaining("id = lem-99: expected one of [eq-3-4");
    List<String> open = new ArrayList<>(Statement.all().stream().map(Statement::id).toList());
    open.removeAll(Claims.runnable());
    assertThat(open)
        .allSatisfy(
            id ->
                assertThatThrownBy(() -> Claims.settle(id))
                    .hasMessageContaining("id = " + id + ": expected one of")
                    .hasMessageContaining("still open"));
  }

  @Test
  void independentMixtureCasesAgree() {
    assertThat(MixtureReference.all()).hasSize(8);
    assertThat(MixtureReference.all())
        .allSatisfy(
            reference -> {
              assertThat(reference.klDeviation()).isLessThan(2e-5); // the reference's own error
              assertThat(reference.discretizationDeviation()).isLessThan(2e-6);
            });
  }

  @Test
  void independentReferenceCasesAgree() {
    assertThat(GaussianReference.all()).hasSize(96);
    // 11 digits are given; the initialization error is a difference of nearly equal numbers there.
    assertThat(GaussianReference.all())
        .allSatisfy(reference -> assertThat(reference.deviation()).isLessThan(1e-9));
  }
}
