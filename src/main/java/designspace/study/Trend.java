package designspace.study;

import designspace.metric.Bootstrap;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How much worse the exponential schedule is than polynomial(7), as training goes on.
 *
 * @param training steps of Adam, least first
 * @param effects ln(exponential/polynomial) over the seeds, one a training, or their difference
 */
public record Trend(List<Integer> training, List<Bootstrap> effects) {
  public Trend {
    training = List.copyOf(training);
    effects = List.copyOf(effects);
  }

  /**
   * What a trend says of the verdict; intervals that hold 0 say nothing. Each of seven 95%
   * intervals errs by itself: where there is no effect, three trends in ten show one somewhere, and
   * one in forty a change.
   */
  public enum Finding {
    /** Polynomial is better at first and exponential in the end: the Paper's verdict. */
    AS_PRINTED("polynomial, then exponential"),
    /** The other way round. */
    REVERSED("exponential, then polynomial"),
    /** Polynomial wherever there is a difference. */
    POLYNOMIAL("polynomial"),
    /** Exponential wherever there is a difference. */
    EXPONENTIAL("exponential"),
    /** More than one change. */
    MIXED("changes more than once"),
    /** No difference beyond chance. */
    NONE("no difference");

    private final String label;

    Finding(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /** What it says of the verdict. */
  public Finding finding() {
    int[] signs = effects.stream().mapToInt(Bootstrap::sign).filter(sign -> sign != 0).toArray();
    if (signs.length == 0) {
      return Finding.NONE;
    }
    int changes = 0;
    for (int i = 1; i < signs.length; i++) {
      changes += signs[i] == signs[i - 1] ? 0 : 1;
    }
    boolean polynomialFirst = signs[0] > 0;
    return switch (changes) {
      case 0 -> polynomialFirst ? Finding.POLYNOMIAL : Finding.EXPONENTIAL;
      case 1 -> polynomialFirst ? Finding.AS_PRINTED : Finding.REVERSED;
      default -> Finding.MIXED;
    };
  }

  /** After the least training. */
  public Bootstrap first() {
    return effects.get(0);
  }

  /** After the longest training. */
  public Bootstrap last() {
    return effects.get(effects.size() - 1);
  }

  /** A number of each effect, such as its mean. */
  public double[] each(ToDoubleFunction<Bootstrap> number) {
    return effects.stream().mapToDouble(number).toArray();
  }
}
