/**
 * The marginal KL of eq-10 on mixtures on the line, exactly: {@link
 * designspace.line.LineMarginalKl} carries the density forwards and its adjoint backwards, {@link
 * designspace.line.LineMarginalClock} is its law for small steps, {@link
 * designspace.line.LineStudy} compares schedules.
 *
 * <p>Decisions: the density lives on patches around the bumps, each as fine as the narrowest bump
 * and the step's noise ask for, so that narrow bumps far apart cost no more than close ones.
 */
package designspace.line;
