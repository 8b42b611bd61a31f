/**
 * One class per statement about the sampling error; each returns a {@link
 * designspace.bound.BoundReport} of named terms with the assumptions they rest on, never a bare
 * number. A printed formula stays beside its correction, each named for what it is.
 *
 * <p>Decisions: a {@link designspace.bound.Term} is a sum over steps wherever it is one, so that it
 * can be read by step and by σ-decade. What a bound may know of the data is a {@link
 * designspace.data.Spread}, so that knowing more is a sharper bound and not another formula. The
 * ledger B1 exists three times over, by closed forms and quadrature ({@link
 * designspace.bound.PathLedger}), by simulation of its terms in any dimension ({@link
 * designspace.bound.SampledLedger}) and from the definition of path KL ({@link
 * designspace.bound.PathLikelihood}), each the others' test; {@link designspace.bound.MarginalKl}
 * is the truth that they bound. {@link designspace.bound.ProfiledLedger} is for many grids and one
 * score: it needs J and e once. From the same two functions {@link
 * designspace.bound.ScoreAwareClock} gives the asymptotically best grid (B6) and {@link
 * designspace.bound.LeastPathGrid} the best of given levels.
 *
 * <p>A score's error is measured by its profile or bounded by what training leaves: {@link
 * designspace.bound.WeightingFactor} holds tab-2's factors one a level, since where the largest
 * sits decides the table, and {@link designspace.bound.Theorem3} takes its maximum over all trained
 * levels, where the printed one leaves out the last. What is best depends on what is counted, so
 * {@link designspace.bound.BestPower} asks for a {@link designspace.bound.GridError}, any number
 * that a grid has, and says when its minimum is at an end of the range or in the exponential limit.
 *
 * <p>{@link designspace.bound.Theorem1} is about training and is no sum of terms: its constant is
 * an argument, or what a recorded run allows; {@link designspace.bound.StepSize} holds its steps,
 * printed and corrected; {@link designspace.bound.TrainingAssumptions} measures what it assumes.
 */
package designspace.bound;
