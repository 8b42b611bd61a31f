/**
 * How noise grows and where time is cut: {@link designspace.schedule.VarianceSchedule} (σ̄_t and
 * σ_t²), {@link designspace.schedule.TimeGrid} (forward times), {@link
 * designspace.schedule.NoiseGrid} (what a sampler sees) and {@link designspace.schedule.Design}
 * (variance + time).
 *
 * <p>{@link designspace.schedule.NoiseSchedule} is noise as a function of a time of any process, VP
 * and flow matching included; {@link designspace.schedule.RivalGrid} lists the grids that are used.
 *
 * <p>Decisions: a sampler never sees time, only the noise grid, because eq-10 depends on nothing
 * else. τ = σ̄² and σ are never mixed: the name says which. Everything carries a {@link
 * designspace.schedule.Recipe}: name, parameters, source. Endpoints are stored exactly as given; a
 * level that rounding makes equal to its neighbour is refused, since a step of zero size is always
 * a mistake.
 */
package designspace.schedule;
