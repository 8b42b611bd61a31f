/**
 * How a score is trained. So far {@link designspace.training.TotalWeighting}, which fig-2 draws,
 * and {@link designspace.training.DenoisingLoss}, one noise level of the objective with its floor;
 * the objective as a whole and gradient descent belong here too.
 */
package designspace.training;
