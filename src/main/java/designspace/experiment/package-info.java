/**
 * Experiments over a grid of settings that survive being stopped: a {@link
 * designspace.experiment.Plan}, an {@link designspace.experiment.Experiment} that runs it, and its
 * {@link designspace.experiment.Results} in a table.
 *
 * <pre>{@code
 * record Setting(String law, int steps, long seed) {}
 * var plan = new Plan<>("training", "d=2, N=100, kit's seeds",
 *     Plan.grid(Setting.class, List.of("mixture", "ring"), List.of(10, 100), List.of(1L, 2L)),
 *     List.of("loss", "w2"));
 * var results = new Experiment<>(plan, Setting::steps, s -> Map.of("loss", …, "w2", …))
 *     .run(Path.of("target/training.csv"), 2, System.out::println);
 * double loss = results.of(new Setting("ring", 100, 2L)).get("loss");
 * }</pre>
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>The table is the only state: a rerun runs the settings that it lacks. The thread that made
 *       a run writes its row, whole and forced to the disk, before it begins the next: whatever
 *       stops the experiment, each thread loses one run at most.
 *   <li>A row counts once its line break is written. What stands after the last one is dropped, and
 *       so is a last line with a NUL, as a crash of the machine may leave one; any other damage is
 *       refused, with its line, and the file left alone.
 *   <li>Settings are records: they are told apart by their values, not by how a number is written.
 *       A row whose settings the plan does not have is refused, and so is a second row of the same
 *       settings, since nothing tells which is right. A plan may grow.
 *   <li>All that no column tells stands in the first line. Rows of two plans or two versions of the
 *       kit are never mixed; a table of another version can be read but not continued.
 *   <li>In the end the rows are put in the plan's order in one step, so that the table does not
 *       tell how it came about; the empty {@code .lock} file beside it stays. On one machine and
 *       JDK it is the same byte for byte; JDK 17 writes some numbers with a digit more than JDK 19
 *       and later, and reads the same bits.
 *   <li>Runs have threads of their own, as an interrupt must reach each. A trial that throws is
 *       told at once and named in the end; the others go on, since a study runs overnight.
 *   <li>Written and read without a table library: a claim needs none. {@code Rows.of(results)} of
 *       the notebook package gives a Tablesaw table, and any CSV reader that skips {@code #} lines
 *       reads the file.
 * </ul>
 */
package designspace.experiment;
