package designspace.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KitVersionTest {
  @Test
  void isTheBuilds() throws IOException {
    assertThat(KitVersion.current()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<artifactId>designspace</artifactId>\n  <version>" + KitVersion.current() + "<");
  }
}
