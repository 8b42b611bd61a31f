/**
 * How a score is trained, in theory and in practice.
 *
 * <p>The objective: {@link designspace.training.TotalWeighting}, the weights β_j of the noise
 * levels of a design; {@link designspace.training.EdmBell}, EDM's as a function of σ (fig-2);
 * {@link designspace.training.DenoisingLoss}, one noise level with its floor. {@link
 * designspace.training.DenoisingObjective} fixes points and noise (eq-7), {@link
 * designspace.training.Minibatches} draws both afresh from a {@link designspace.training.NoiseLaw}.
 *
 * <p>Weightings side by side: {@link designspace.training.LevelWeighting}, density times weight per
 * unit of ln σ; {@link designspace.training.RivalWeighting} lists those that are used, {@link
 * designspace.training.GradientProfile} tells what it matters how one total weighting is drawn.
 *
 * <p>The training: {@link designspace.training.GradientDescent} on the inner layers with its {@link
 * designspace.training.Trace} (eq-9); {@link designspace.training.MinibatchTraining} of all layers
 * with SGD or Adam. {@link designspace.training.LevelLoss} judges any score level by level, {@link
 * designspace.training.WeightingStudy} weightings side by side. {@link designspace.training.Angles}
 * analyse a wide network (lem-2).
 *
 * <p>Decision: noise belongs to the numbers of step and example, not to a generator that moves; so
 * a saved run is its weights, what its optimizer remembers and a step number, and goes on bit for
 * bit. A file says of what kind it is and ends with a checksum; it is replaced in one step.
 *
 * <p>Decision: a run at rest has been evaluated where it stands. A step whose numbers are not
 * finite, or whose loss is a million times the first, is undone, and the run says which and why.
 */
package designspace.training;
