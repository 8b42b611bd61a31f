/**
 * How a score is trained. So far only {@link designspace.training.TotalWeighting}, which fig-2
 * draws; the objective and gradient descent belong here too.
 */
package designspace.training;
