package designspace.training;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.data.DataDistribution;
import designspace.network.ReluNetwork;
import designspace.schedule.Design;

/**
 * What is learned, from how many points, by which network of eq-8; a seed makes it one case.
 *
 * @param data the law of the points
 * @param design its levels 1 … N are trained
 * @param points n
 * @param width m
 * @param depth L
 */
public record LearningTask(DataDistribution data, Design design, int points, int width, int depth) {
  public LearningTask {
    Require.atLeast(1, "points", points, "there must be something to learn");
  }

  /** The case of this seed: its points, its noise and its network, all independent. */
  public Case seeded(long seed) {
    RandomStreams streams = new RandomStreams(seed);
    Points clean = data.sample(points, streams.fork(0));
    long noise = streams.fork(1).seed();
    DenoisingObjective plain = DenoisingObjective.of(clean, TotalWeighting.uniform(design), noise);
    ReluNetwork start = ReluNetwork.paper(data.dimension(), width, depth, streams.fork(2).seed());
    return new Case(plain, start);
  }

  /**
   * A case: weightings of it share all that is random.
   *
   * @param plain points and noise, β_j = 1
   * @param start θ⁰
   */
  public record Case(DenoisingObjective plain, ReluNetwork start) {}
}
