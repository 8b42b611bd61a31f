/**
 * Rules that give levels for every number of steps: a {@link designspace.clock.NoiseClock} is a
 * function of the noise in which a grid is uniform. Each states what it makes least, for which
 * sampler, and who proposed it.
 *
 * <p>Decisions: a clock is a density of steps per unit of ln σ; its grid is exact at both ends.
 * What clocks need of the data are {@link designspace.clock.NoiseRates}, functions of the noise
 * alone, so that a spectrum, a mixture on the line and a simulation serve alike. Align Your Steps
 * is here with its objective, its search and its published tables.
 */
package designspace.clock;
