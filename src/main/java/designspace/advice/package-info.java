/**
 * For users with a grid or with data of their own: what a grid does and what to change in it
 * ({@link designspace.advice.ScheduleAudit}), and which grid to take ({@link
 * designspace.advice.DesignAdvisor}). Advice states what it rests on and refuses what it cannot
 * know.
 *
 * <p>Decision: all of it rests on J(τ). A sample bounds J from both sides ({@link
 * designspace.advice.InformationEstimate}); advice takes the lower bound, so that no steps go where
 * nothing seen calls for them.
 */
package designspace.advice;
