package designspace.training;

import designspace.core.Require;
import designspace.network.ReluNetwork;
import designspace.network.Shape;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The file of a saved run: what kind it is (8 bytes), its content, their checksum (8 bytes). It is
 * replaced in one step, so that a killed write leaves the old one.
 *
 * @param kind tells kinds and versions apart
 * @param name of the kind, for refusals
 */
record RunFile(long kind, String name) {
  /** Writes the content. */
  @FunctionalInterface
  interface Writer {
    void write(DataOutput out) throws IOException;
  }

  /** Reads it back. */
  @FunctionalInterface
  interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  void write(Path file, Writer content) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path part = Files.createTempFile(absolute.getParent(), absolute.getFileName() + "", ".part");
    try {
      writeAll(part, content);
      try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
        written.force(true); // or a crash of the machine could leave the new name without content
      }
      Files.move(
          part, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void writeAll(Path file, Writer content) throws IOException {
    CRC32C sum = new CRC32C();
    try (DataOutputStream out =
        new DataOutputStream(
            new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), sum))) {
      out.writeLong(kind);
      content.write(out);
      out.writeLong(sum.getValue());
    }
  }

  /**
   * Reads a file that is whole.
   *
   * @throws IllegalArgumentException if it is of another kind, cut short or damaged
   */
  <T> T read(Path file, Reader<T> content) throws IOException {
    if (Files.size(file) < 2 * Long.BYTES || !isWhole(file)) {
      throw Require.refusal(
          "file", file, name + ", whole and unchanged", "the run goes on from it");
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.readLong();
      return content.read(in);
    }
  }

  private boolean isWhole(Path file) throws IOException {
    CRC32C sum = new CRC32C();
    try (DataInputStream in =
        new DataInputStream(
            new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), sum))) {
      if (in.readLong() != kind) {
        return false;
      }
      in.skipNBytes(Files.size(file) - 2 * Long.BYTES);
      long expected = sum.getValue();
      return in.readLong() == expected;
    }
  }

  static void write(DataOutput out, ReluNetwork network) throws IOException {
    Shape shape = network.shape();
    out.writeInt(shape.inputs());
    out.writeInt(shape.width());
    out.writeInt(shape.depth());
    out.writeInt(shape.outputs());
    for (int l = 0; l < shape.layers(); l++) {
      for (double weight : network.layer(l)) {
        out.writeDouble(weight);
      }
    }
  }

  static ReluNetwork readNetwork(DataInput in) throws IOException {
    Shape shape = new Shape(in.readInt(), in.readInt(), in.readInt(), in.readInt());
    ReluNetwork network = ReluNetwork.zero(shape);
    for (int l = 0; l < shape.layers(); l++) {
      double[] layer = network.layer(l);
      for (int i = 0; i < layer.length; i++) {
        layer[i] = in.readDouble();
      }
    }
    return network;
  }

  static void write(DataOutput out, List<Double> values) throws IOException {
    out.writeInt(values.size());
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  static List<Double> readList(DataInput in) throws IOException {
    List<Double> values = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      values.add(in.readDouble());
    }
    return List.copyOf(values);
  }
}
