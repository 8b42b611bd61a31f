package designspace.schedule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a schedule or grid was made.
 *
 * @param name its usual name
 * @param parameters in the order in which they are usually given
 * @param source the statement or publication that defines it
 */
public record Recipe(String name, Map<String, Double> parameters, String source) {
  public Recipe {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  static Recipe of(String name, String source) {
    return new Recipe(name, Map.of(), source);
  }

  Recipe with(String parameter, double value) {
    Map<String, Double> more = new LinkedHashMap<>(parameters);
    more.put(parameter, value);
    return new Recipe(name, more, source);
  }

  /** Name and parameters, such as {@code polynomial(ρ=7)}. */
  @Override
  public String toString() {
    if (parameters.isEmpty()) {
      return name;
    }
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + shortest(entry.getValue()))
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  private static String shortest(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
