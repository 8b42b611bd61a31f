package designspace.advice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The lines of a file of UTF-8, with or without a byte order mark. */
final class TextFile {
  private TextFile() {}

  static List<String> lines(Path file) {
    if (Files.isDirectory(file)) {
      throw refusal(file, "it is a directory, expected a file", null);
    }
    try {
      String text = text(file, Files.readAllBytes(file));
      return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    } catch (NoSuchFileException e) {
      throw refusal(file, "no such file", e);
    } catch (IOException e) {
      throw refusal(file, e.toString(), e);
    }
  }

  private static String text(Path file, byte[] bytes) {
    if (bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE) { // FE FF or FF FE
      throw refusal(file, "it is UTF-16, not UTF-8: save it as UTF-8", null);
    }
    CharBuffer text = CharBuffer.allocate(bytes.length);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(input, text, true);
    text.flip();
    if (result.isError()) {
      long line = 1 + text.chars().filter(c -> c == '\n').count();
      String at = String.format(Locale.ROOT, "line %d, byte %02X", line, bytes[input.position()]);
      throw refusal(file, at + ", is not UTF-8: save it as UTF-8", null);
    }
    return text.toString();
  }

  private static UncheckedIOException refusal(Path file, String what, IOException cause) {
    IOException reason = cause == null ? new IOException(what) : cause;
    return new UncheckedIOException("cannot read " + file + ": " + what, reason);
  }
}
