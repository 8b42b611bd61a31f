package designspace.experiment;

import designspace.core.Require;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The columns that a record's components make.
 *
 * @param type of the record
 */
record SettingColumns<S extends Record>(Class<S> type) {
  private static final Pattern PLAIN =
      Pattern.compile("[^\\s,\"#\\p{Cntrl}](?:[^,\"#\\p{Cntrl}]*[^\\s,\"#\\p{Cntrl}])?");

  SettingColumns {
    for (RecordComponent component : type.getRecordComponents()) {
      Class<?> kind = component.getType();
      if (!kind.isEnum()
          && !List.of(String.class, int.class, long.class, double.class).contains(kind)) {
        throw Require.refusal(
            type.getSimpleName() + "." + component.getName(),
            kind.getSimpleName(),
            "String, int, long, double or an enum",
            "it becomes a column of the table");
      }
    }
  }

  List<String> names() {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  /** A value for each component. */
  static List<Object> values(Record settings) {
    List<Object> values = new ArrayList<>();
    try {
      for (RecordComponent component : settings.getClass().getRecordComponents()) {
        component.getAccessor().setAccessible(true); // a notebook's records may be private
        values.add(component.getAccessor().invoke(settings));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the components of " + settings + " cannot be read", e);
    }
    return values;
  }

  /** A value as it is written; a double in as many digits as tell it from all others. */
  static String cell(Object value) {
    return value instanceof Enum<?> constant ? constant.name() : Objects.toString(value, "");
  }

  /** Returns {@code text} if a cell can hold it as it is. */
  static String plain(String name, String text) {
    if (!PLAIN.matcher(text).matches()) {
      throw Require.refusal(
          name,
          '"' + text + '"',
          "text without commas, quotes, #, line breaks or blanks at its ends",
          "it is a cell of the table as it stands");
    }
    return text;
  }

  /**
   * The record that wrote these cells.
   *
   * @throws IllegalArgumentException if a cell is not of its column's type
   */
  S parse(List<String> cells) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = parse(components[i].getType(), cells.get(i));
    }
    return create(values);
  }

  private static Object parse(Class<?> kind, String cell) {
    if (kind == int.class) {
      return Integer.valueOf(cell);
    }
    if (kind == long.class) {
      return Long.valueOf(cell);
    }
    if (kind == double.class) {
      return Double.valueOf(cell);
    }
    return kind.isEnum() ? constant(kind, cell) : cell;
  }

  private static Object constant(Class<?> kind, String name) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no " + kind.getSimpleName() + ": " + name));
  }

  /** The record of these values, one for each component in order. */
  S create(Object... values) {
    Class<?>[] kinds =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<S> constructor = type.getDeclaredConstructor(kinds);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          type.getSimpleName() + Arrays.toString(values) + ": " + e.getCause().getMessage(), e);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw Require.refusal(
          type.getSimpleName(),
          Arrays.toString(values),
          "values of the types " + Arrays.toString(kinds),
          "they are its components in order");
    }
  }
}
