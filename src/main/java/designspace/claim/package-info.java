/**
 * Every statement of the theory as something a run can settle.
 *
 * <p>Decisions: the list of statements is data ({@code statements.tsv}), so a statement is {@code
 * open} from the first day until an experiment settles it. A verdict is never typed in: it follows
 * from checks, each a measured number, a relation, an expected number and a tolerance with its
 * reason. {@code corrected} means that the printed form failed its check and the corrected form
 * passed; {@code refuted} that something claimed here failed; {@code partly} that what was run
 * passed and the claim names what was not. An erratum {@code holds} when the error is real and its
 * correction right.
 */
package designspace.claim;
