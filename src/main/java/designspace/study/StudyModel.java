package designspace.study;

import designspace.network.Parametrization;
import designspace.training.EdmBell;

/** How the study's networks become scores. */
public enum StudyModel {
  /** EDM's preconditioning. */
  EDM("EDM's preconditioning"),
  /** S = F(x, σ), as in the Paper; all layers are trained, by Adam. */
  PAPER("eq-8: S = F(x, σ)");

  private final String label;

  StudyModel(String label) {
    this.label = label;
  }

  /** How a network is read. */
  public Parametrization parametrization() {
    return this == PAPER ? Parametrization.paper() : Parametrization.edm(EdmBell.edm().sigmaData());
  }

  /**
   * Whether its samples are judged. Those of eq-8 leave the numbers: its score grows with σ where
   * the truth falls, and steps of high noise multiply the points by Δτ times that.
   */
  boolean samples() {
    return this == EDM;
  }

  @Override
  public String toString() {
    return label;
  }
}
