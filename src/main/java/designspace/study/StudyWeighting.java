package designspace.study;

import designspace.schedule.Design;
import designspace.training.EdmBell;
import designspace.training.NoiseLaw;
import designspace.training.TotalWeighting;

/** On which levels the bell of fig-2 weights the training: tab-2 fixes it per index (E9). */
public enum StudyWeighting {
  /** β_j = Cβ_EDM(σ_j) on the levels of polynomial(7). */
  POLYNOMIAL("bell on polynomial(7)'s levels"),
  /** β_j = Cβ_EDM(σ_j) on the levels of the exponential schedule. */
  EXPONENTIAL("bell on exponential's levels"),
  /** β_EDM dσ, as EDM trains. */
  INTEGRAL("EDM's integral");

  /** How many levels are trained. */
  static final int LEVELS = 40;

  private final String label;

  StudyWeighting(String label) {
    this.label = label;
  }

  /** The weighting as β_1 … β_N, with Σβ = 1: Adam does not see the scale. */
  public TotalWeighting weighting() {
    Design polynomial = Design.edm(StudyGrid.LOW, StudyGrid.HIGH, 7, LEVELS);
    TotalWeighting unscaled =
        switch (this) {
          case POLYNOMIAL -> TotalWeighting.edm(polynomial);
          case EXPONENTIAL ->
              TotalWeighting.edm(Design.song(StudyGrid.LOW, StudyGrid.HIGH, LEVELS));
          case INTEGRAL -> TotalWeighting.edmIntegral(polynomial);
        };
    return unscaled.scaledTo(1);
  }

  /** The law of a minibatch's noise. */
  NoiseLaw noise() {
    return this == INTEGRAL ? NoiseLaw.edm(EdmBell.edm()) : NoiseLaw.levels(weighting());
  }

  @Override
  public String toString() {
    return label;
  }
}
