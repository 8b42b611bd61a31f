package designspace.experiment;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.matrix.Workers;
import designspace.network.ReluNetwork;
import designspace.schedule.Design;
import designspace.training.DenoisingObjective;
import designspace.training.GradientDescent;
import designspace.training.Recording;
import designspace.training.TotalWeighting;
import java.util.List;
import java.util.Map;

/** Plans and trials that the tests share. */
final class Examples {
  enum Weighting {
    UNIFORM,
    EDM
  }

  record Training(Weighting weighting, String law, int steps, double spread, long seed) {}

  /** Forty runs of five sizes. */
  static final Plan<Training> PLAN =
      new Plan<>(
          "small trainings",
          "d=2, 64 points, 4 levels from 0.1 to 2, width 32, depth 2, h=1e-4",
          Plan.grid(
              Training.class,
              List.of(Weighting.values()),
              List.of("gaussian"),
              List.of(20, 40, 60, 80, 100),
              List.of(0.1 + 0.2, 1e-3), // neither has a short form in base two
              List.of(1L, -2L)),
          List.of("loss", "gradient²"));

  private Examples() {}

  /** A small network trained by full-batch gradient descent. */
  static Map<String, Double> train(Training settings) {
    Points clean =
        Gaussian.isotropic(2, settings.spread()).sample(64, new RandomStreams(settings.seed()));
    Design design = Design.edm(0.1, 2, 3, 4);
    TotalWeighting weighting =
        settings.weighting() == Weighting.EDM
            ? TotalWeighting.edm(design)
            : TotalWeighting.uniform(design);
    GradientDescent run =
        GradientDescent.start(
            ReluNetwork.paper(2, 32, 2, settings.seed()),
            DenoisingObjective.of(clean, weighting, settings.seed()),
            1e-4,
            Recording.off(),
            Workers.of(1));
    run.advance(settings.steps());
    return Map.of("loss", run.loss(), "gradient²", run.squaredGradient());
  }

  /** Numbers of all sizes, at no cost. */
  static Map<String, Double> hash(Training settings) {
    double value = new RandomStreams(settings.hashCode()).stream(settings.steps()).nextGaussian();
    double power = Math.pow(10, settings.steps() - 60);
    return Map.of("loss", value * power, "gradient²", value > 0 ? value : Double.NaN);
  }
}
