/**
 * The Paper's verdict, "less trained: polynomial, well trained: exponential", put to the test:
 * {@link designspace.study.ScheduleStudy} trains networks to several levels and samples each on
 * several schedules; {@link designspace.study.StudyResults} reads its table as answers.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>A run is one network: its row holds the measured score error, from which the path KL on any
 *       schedule follows (B1), and what was sampled. Each number of training steps is a run of its
 *       own with its own cosine decay, since a run cut short is not what anybody would use.
 *   <li>Schedules are compared in pairs that share data, initial network, minibatches and noise,
 *       and judged over the seeds. As in tab-2, each has networks trained on its own levels.
 *   <li>What is kept has six digits: after 8192 steps of EDM's networks those were alike with
 *       OpenBLAS's default kernel and with the one for Nehalem.
 *   <li>The table of the full size comes with the kit, so that its figures do not take an hour; a
 *       test trains one of its networks again.
 * </ul>
 */
package designspace.study;
