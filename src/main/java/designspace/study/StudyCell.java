package designspace.study;

/**
 * The networks of the study that differ by their seed alone.
 *
 * @param law what they learn
 * @param model how they are read
 * @param weighting what training weights
 * @param steps of Adam
 */
public record StudyCell(StudyLaw law, StudyModel model, StudyWeighting weighting, int steps) {
  static StudyCell of(NetworkSettings run) {
    return new StudyCell(run.law(), run.model(), run.weighting(), run.steps());
  }

  /** The same after another training. */
  public StudyCell after(int otherSteps) {
    return new StudyCell(law, model, weighting, otherSteps);
  }

  /** The same under another weighting. */
  public StudyCell under(StudyWeighting other) {
    return new StudyCell(law, model, other, steps);
  }

  @Override
  public String toString() {
    return law + ", " + model + ", " + weighting + ", " + steps + " steps";
  }
}
