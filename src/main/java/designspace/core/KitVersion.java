package designspace.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which version of the kit this is: results are kept with it. */
public final class KitVersion {
  private KitVersion() {}

  /**
   * Such as {@code 0.2.0}.
   *
   * @throws IllegalStateException if the build has not told it
   */
  public static String current() {
    // A resource that the build fills in: a jar's manifest is missing where classes run unpacked.
    try (InputStream in = KitVersion.class.getResourceAsStream("version.txt")) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the kit's version.txt cannot be read", e);
    }
  }

  static String read(InputStream resource) throws IOException {
    if (resource == null) {
      throw unknown("is missing");
    }
    String version = new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
    if (!version.matches("\\d[^\\s,]*")) {
      throw unknown("reads \"" + version + "\"");
    }
    return version;
  }

  private static IllegalStateException unknown(String what) {
    return new IllegalStateException(
        "designspace/core/version.txt "
            + what
            + ": expected the version that Maven fills in, because results are kept with it;"
            + " mvn process-resources does so");
  }
}
