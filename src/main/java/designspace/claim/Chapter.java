package designspace.claim;

import java.util.List;

/** The notebooks of the kit, in reading order, each with the part of the Paper that it runs. */
public enum Chapter {
  /** For newcomers. */
  START("00-start-here", "Start here", "Introduction"),
  /** lem-11. */
  FORWARD("01-forward-and-backward", "Forward and backward", "Diffusion processes"),
  /** eq-3-4, rem-1. */
  MATCHING("02-denoising-score-matching", "Score matching", "Equations 3–4, Remark 1"),
  /** thm-1. */
  TRAINING("03-training-convergence", "Training converges", "Theorem 1, Lemmas 1–8"),
  /** thm-2. */
  SAMPLING("04-sampling-error", "Sampling error", "Theorem 2, Lemmas 9–12"),
  /** rem-2. */
  GAUSSIAN("05-gaussian-ground-truth", "Gaussian ground truth", "Remark 2, Lemmas 13–15"),
  /** thm-3. */
  FULL_ERROR("06-full-error", "Full error", "Theorem 3, Corollary 1"),
  /** prop-1. */
  WEIGHTING("07-total-weighting", "Total weighting", "Proposition 1, Corollary 2"),
  /** tab-1, tab-2. */
  SCHEDULES("08-schedules", "Schedules", "Tables 1–2, Figure 2"),
  /** rem-3. */
  RHO("09-optimal-rho", "The best ρ", "Remark 3"),
  /** B5, B7. */
  OPTIMAL("10-optimal-schedules", "Optimal schedules", "beyond the Paper"),
  /** B6. */
  VERDICT("11-less-trained-well-trained", "Less or well trained?", "the verdict, tested"),
  /** For the user's own data. */
  ADVISOR("12-design-advisor", "Design advisor", "beyond the Paper"),
  /** Rivals of eq-10. */
  SAMPLERS("13-samplers", "Samplers", "beyond the Paper");

  private final String notebook;
  private final String title;
  private final String part;

  Chapter(String notebook, String title, String part) {
    this.notebook = notebook;
    this.title = title;
    this.part = part;
  }

  /** The notebook's file name without its extension. */
  public String notebook() {
    return notebook;
  }

  /** A short title. */
  public String title() {
    return title;
  }

  /** The part of the Paper that it runs. */
  public String part() {
    return part;
  }

  /** The statements that it settles. */
  public List<Statement> statements() {
    return Statement.all().stream()
        .filter(statement -> statement.notebook().equals(notebook))
        .toList();
  }
}
