/**
 * Grids of least error (B7). An error that knows its gradient is a {@link
 * designspace.optimal.SmoothGridError}; {@link designspace.optimal.OptimalGrid} makes it least and
 * states with a certificate how nearly; {@link designspace.optimal.LevelSearch} tries all levels at
 * few steps.
 *
 * <p>Decisions: the search is over ln σ of the inner levels, by Newton's method damped in the
 * metric of the gaps, so that the order of levels is kept without constraints. Hessians are
 * differences of exact gradients. Where an error is costly ({@link designspace.line}) a
 * quasi-Newton search goes from one number of steps to the next ({@link
 * designspace.optimal.OptimalSequence}). The marginal KL on data of one scale needs no search:
 * {@link designspace.optimal.LeastMarginalGrid} is its optimum by a recursion, and the search's
 * test.
 */
package designspace.optimal;
