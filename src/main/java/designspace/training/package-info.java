/**
 * How a score is trained. So far {@link designspace.training.TotalWeighting}, the weights β_j of
 * the noise levels of a design; {@link designspace.training.EdmBell}, EDM's as a function of σ
 * (fig-2); {@link designspace.training.DenoisingLoss}, one noise level of the objective with its
 * floor; and {@link designspace.training.Angles}, by which a wide network is analysed (lem-2). The
 * objective as a whole and gradient descent belong here too.
 */
package designspace.training;
