/**
 * Distances between laws and between samples. KL in nats, each with its direction in the signature.
 *
 * <table>
 * <caption>n and m points in d dimensions; "exact" is up to rounding</caption>
 * <tr><th>distance</th><th>cost</th><th>bias as an estimate for the laws</th><th>exact when</th></tr>
 * <tr><td>{@link designspace.metric.GaussianDistance} KL, W₂</td><td>d³</td><td>none</td>
 * <td>Gaussian laws</td></tr>
 * <tr><td>{@link designspace.metric.KullbackLeibler}</td><td>(n²+nm)d</td>
 * <td>either sign, about n^{−2/(d+2)}; studied</td><td>never</td></tr>
 * <tr><td>{@link designspace.metric.Wasserstein} w1, w2</td><td>n log n</td>
 * <td>samples: positive; grids: O(spacing²)</td><td>samples on the line</td></tr>
 * <tr><td>Wasserstein sliced</td><td>directions · n(d + log n)</td>
 * <td>positive, free of d in its rate</td><td>on the line</td></tr>
 * <tr><td>Wasserstein assignment</td><td>n³</td><td>positive, n^{−p/d} for W_p^p</td>
 * <td>samples of equal size</td></tr>
 * <tr><td>{@link designspace.metric.Sinkhorn}</td><td>iterations · nmd</td>
 * <td>ε besides that of the samples</td><td>samples, as ε → 0</td></tr>
 * <tr><td>{@link designspace.metric.MaximumMeanDiscrepancy}</td><td>(n+m)²d</td><td>none</td>
 * <td>never</td></tr>
 * <tr><td>{@link designspace.metric.EnergyDistance}</td><td>(n+m)²d</td><td>none</td>
 * <td>never</td></tr>
 * <tr><td>{@link designspace.metric.FrechetDistance}</td><td>nd² + d³</td>
 * <td>positive, d²/n; studied</td><td>never; sees two moments</td></tr>
 * </table>
 *
 * <p>Which one: a law known in closed form or on a grid, the exact ones; a test whether two samples
 * differ, the energy distance; how far apart in the points' unit, {@code w2} on the line, else
 * {@code assignment} for up to a few thousand points and {@code sliced} beyond; nats, KL, in few
 * dimensions only. {@link designspace.metric.SizeStudy} tells the bias of any of them.
 *
 * <p>Decision: sums run in the order of the points, one thread a row, so results do not depend on
 * the number of threads.
 */
package designspace.metric;
