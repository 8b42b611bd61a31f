package designspace.claim;

import designspace.core.Require;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Claims that were settled by a run, in the order asked for.
 *
 * @param list one claim an id
 */
public record Claims(List<Claim> list) {
  /** Settles one statement. */
  @FunctionalInterface
  public interface Experiment {
    /** Runs within the budget. */
    Claim run(Budget budget);
  }

  private static final Map<String, Experiment> EXPERIMENTS = experiments();

  public Claims {
    list = List.copyOf(list);
  }

  private static Map<String, Experiment> experiments() {
    Map<String, Experiment> book = new LinkedHashMap<>();
    book.put("eq-10", GaussianClaims::eq10);
    book.put("lem-13", GaussianClaims::lemma13);
    book.put("lem-14", GaussianClaims::lemma14);
    book.put("lem-15", GaussianClaims::lemma15);
    book.put("E3", GaussianClaims::erratum3);
    book.put("E4", GaussianClaims::erratum4);
    book.put("B3", ExactLawClaims::settle);
    book.put("B4", AngleLawClaims::settle);
    book.put("tab-1", DesignClaims::schedules);
    book.put("fig-1", DesignClaims::map);
    book.put("fig-2", DesignClaims::bell);
    book.put("lem-11", PosteriorClaims::lemma11);
    book.put("lem-12", PosteriorClaims::lemma12);
    book.put("eq-3-4", MatchingClaims::matching);
    book.put("eq-6-7", ObjectiveClaims::objective);
    book.put("rem-1", MatchingClaims::remark1);
    book.put("E1", MatchingClaims::erratum1);
    book.put("eq-8", NetworkClaims::eq8);
    book.put("eq-9", DescentClaims::eq9);
    book.put("asm-1", AssumptionClaims::assumption1);
    book.put("asm-2", AssumptionClaims::assumption2);
    book.put("thm-1", ConvergenceClaims::theorem1);
    book.put("E10", StepSizeClaims::erratum10);
    book.put("B8", TangentClaims::settle);
    book.put("E13", ObjectiveClaims::erratum13);
    book.put("lem-2", AngleClaims::lemma2);
    book.put("lem-3", AngleClaims::lemma3);
    book.put("lem-1", GradientClaims::lemma1);
    book.put("lem-4", NormClaims::lemma4);
    book.put("lem-5", GradientClaims::lemma5);
    book.put("lem-6", SwitchClaims::lemma6);
    book.put("lem-7", NearInitialisation::lemma7);
    book.put("lem-8", SmoothnessClaims::lemma8);
    book.put("asm-3", StepClaims::assumption3);
    book.put("lem-9", StepClaims::lemma9);
    book.put("lem-10", StepClaims::lemma10);
    book.put("E2", StepClaims::erratum2);
    book.put("thm-2", BoundClaims::theorem2);
    book.put("E7", BoundClaims::erratum7);
    book.put("B1", LedgerClaims::settle);
    book.put("B2", CertifiedClaims::settle);
    book.put("B5", FisherClaims::settle);
    book.put("B6", ClockClaims::settle);
    book.put("B7", FewStepClaims::settle);
    book.put("rem-2", RemarkClaims::remark2);
    book.put("E12", RemarkClaims::erratum12);
    book.put("app-i1", PairClaims::settle);
    book.put("app-i1-opt", TimeGridClaims::optimum);
    book.put("E5", TimeGridClaims::erratum5);
    book.put("E8", ComplexityClaims::erratum8);
    book.put("tab-2", ComplexityClaims::table2);
    book.put("app-h3", LargestFactorClaims::appendixH3);
    book.put("E9", WeightingFactorClaims::erratum9);
    book.put("thm-3", FullErrorClaims::theorem3);
    book.put("cor-1", CorollaryClaims::corollary1);
    book.put("E11", FullErrorClaims::erratum11);
    book.put("E14", StartClaims::erratum14);
    book.put("prop-1", ShapeClaims::proposition1);
    book.put("cor-2", BellClaims::corollary2);
    book.put("rem-3", PowerClaims::remark3);
    book.put("E6", PowerClaims::erratum6);
    return Collections.unmodifiableMap(book);
  }

  /** The ids that have an experiment. */
  public static List<String> runnable() {
    return List.copyOf(EXPERIMENTS.keySet());
  }

  /** Runs the experiments of these ids with the chosen budget ({@link Budget#chosen}). */
  public static Claims settle(String... ids) {
    return settle(Budget.chosen(), ids);
  }

  /** Runs the experiments of these ids. */
  public static Claims settle(Budget budget, String... ids) {
    return new Claims(Arrays.stream(ids).map(id -> settle(budget, id)).toList());
  }

  private static Claim settle(Budget budget, String id) {
    Experiment experiment = EXPERIMENTS.get(Statement.of(id).id());
    if (experiment == null) {
      throw Require.refusal("id", id, "one of " + runnable(), "the others are still open");
    }
    return experiment.run(budget);
  }
}
