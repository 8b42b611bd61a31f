package designspace.claim;

import designspace.core.Require;
import java.util.List;

/**
 * A statement of the Paper (eq, asm, thm, lem …), an erratum (E) or a result beyond it (B).
 *
 * @param id as used throughout the kit
 * @param source where it is stated
 * @param notebook the notebook that settles it, without its extension
 * @param text in one sentence
 */
public record Statement(String id, String source, String notebook, String text) {
  private static final List<Statement> ALL =
      Resource.rows("statements.tsv").stream().map(Statement::parse).toList();

  /** All statements, the Paper's first. */
  public static List<Statement> all() {
    return ALL;
  }

  /** The statement of this id. */
  public static Statement of(String id) {
    return ALL.stream()
        .filter(statement -> statement.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Require.refusal("id", id, "one of " + ids(), "only those are stated"));
  }

  private static List<String> ids() {
    return ALL.stream().map(Statement::id).toList();
  }

  private static Statement parse(String line) {
    String[] cell = line.split("\t", -1);
    return new Statement(cell[0], cell[1], cell[2], cell[3]);
  }
}
