package designspace.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KitVersionTest {
  @Test
  void isTheBuilds() throws IOException {
    assertThat(KitVersion.current()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<artifactId>designspace</artifactId>\n  <version>" + KitVersion.current() + "<");
  }

  @Test
  void aVersionThatTheBuildHasNotFilledInIsRefused() throws IOException {
    assertThat(KitVersion.read(resource("0.2.0-SNAPSHOT\n"))).isEqualTo("0.2.0-SNAPSHOT");
    for (String text : List.of("${project.version}\n", "", "1.0, or so")) {
      assertThatThrownBy(() -> KitVersion.read(resource(text)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll("version.txt reads \"" + text.strip(), "process-resources");
    }
    assertThatThrownBy(() -> KitVersion.read(null)).hasMessageContaining("version.txt is missing");
  }

  private static InputStream resource(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
