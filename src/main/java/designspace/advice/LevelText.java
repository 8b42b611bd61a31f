package designspace.advice;

import designspace.core.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a pasted list; what would have to be run to know the numbers is refused. */
final class LevelText {
  private static final Pattern CALL = Pattern.compile("([\\p{L}_][\\w.]*|\\.\\w+)\\s*\\(");

  /** Calls that hold or convert numbers and change none. */
  private static final Set<String> HOLDERS =
      Set.of(
          "tensor astensor floattensor doubletensor array asarray list aslist tuple of named"
              .split(" "));

  private static final Set<String> CONVERSIONS =
      Set.of("float float32 float64 double cuda cpu to numpy tolist toarray detach".split(" "));

  /** A string that holds no number, such as a key of JSON. */
  private static final Pattern STRING = Pattern.compile("([\"'])(?!\\s*[-+.\\d])[^\"']*\\1");

  /** What code gives by name, such as {@code dtype=torch.float32}. */
  private static final Pattern ARGUMENT =
      Pattern.compile("[A-Za-z_]\\w*\\s*=\\s*[\"']?[A-Za-z_][\\w.:]*(?![\\w.]*\\s*[\\[({])");

  private static final Pattern BETWEEN = Pattern.compile("[\\s,;=:\"'\\[\\](){}\\uFEFF]+");

  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\w.]*");

  /** As Java and Python write it. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)[fFdD]?|(?i:[+-]?(nan|inf(inity)?))");

  private static final Pattern DECIMAL_COMMA = Pattern.compile("[\\[({]*[+-]?\\d+,\\d+[\\])}]*");

  private static final Pattern DIGIT = Pattern.compile("^[^\\p{L}]*\\d");

  private LevelText() {}

  static double[] numbers(String text) {
    decimalPoints(text);
    String plain = ARGUMENT.matcher(withoutCalls(text)).replaceAll(" ");
    List<Double> numbers = new ArrayList<>();
    for (String entry : BETWEEN.split(STRING.matcher(plain).replaceAll(" "), -1)) {
      Matcher number = NUMBER.matcher(entry);
      if (number.matches()) {
        numbers.add(value(entry, number.group(1)));
      } else if (!entry.isEmpty() && !(numbers.isEmpty() && WORD.matcher(entry).matches())) {
        String name = "entry " + (numbers.size() + 1);
        String why = "levels are read from the text";
        throw Require.refusal(name, "'" + entry + "'", "a number such as 0.5 or 2e-3", why);
      }
    }
    Require.atLeast(1, "numbers in the text", numbers.size(), "there is nothing to audit");
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double value(String entry, String digits) {
    if (digits != null) {
      return Double.parseDouble(digits);
    }
    boolean nan = entry.toLowerCase(Locale.ROOT).contains("nan");
    return nan ? Double.NaN : Double.POSITIVE_INFINITY;
  }

  private static String withoutCalls(String text) {
    Matcher call = CALL.matcher(text);
    while (call.find()) {
      String path = call.group(1);
      String last = path.substring(path.lastIndexOf('.') + 1);
      String name = last.replace("_", "").toLowerCase(Locale.ROOT);
      if (!HOLDERS.contains(name) && !CONVERSIONS.contains(name)) {
        String why = "code is not run: paste its values";
        throw Require.refusal("text", path + "(…)", "the levels themselves", why);
      }
    }
    return call.replaceAll(" (");
  }

  /**
   * Refuses 0,8 0,5 and a column of such: between spaces or semicolons a comma is a decimal one.
   */
  private static void decimalPoints(String text) {
    List<List<String>> lines =
        text.strip().lines().map(LevelText::numerals).filter(line -> !line.isEmpty()).toList();
    Predicate<String> comma = token -> DECIMAL_COMMA.matcher(token).matches();
    boolean column = lines.size() > 1 && lines.stream().allMatch(l -> l.stream().allMatch(comma));
    for (List<String> line : lines) {
      Optional<String> first = line.stream().filter(comma).findFirst();
      if (first.isPresent() && (column || line.size() > 1)) {
        String why = "a comma stands between levels, and this may be one level or two";
        throw Require.refusal("text", "'" + first.get() + "'", "a decimal point", why);
      }
    }
  }

  private static List<String> numerals(String line) {
    return Pattern.compile("[\\s;]+").splitAsStream(line).filter(DIGIT.asPredicate()).toList();
  }
}
