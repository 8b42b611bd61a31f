package designspace.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which version of the kit this is: results are kept with it. */
public final class KitVersion {
  private static final String CURRENT = read();

  private KitVersion() {}

  /** Such as {@code 0.2.0}. */
  public static String current() {
    return CURRENT;
  }

  // A resource that the build fills in: a jar's manifest is missing where classes run unpacked.
  private static String read() {
    try (InputStream in = KitVersion.class.getResourceAsStream("version.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the kit's version.txt cannot be read", e);
    }
  }
}
