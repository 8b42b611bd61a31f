package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.network.ReluNetwork;
import designspace.network.Shape;
import designspace.schedule.Design;
import designspace.training.DenoisingObjective;
import designspace.training.GradientDescent;
import designspace.training.Recording;
import designspace.training.TotalWeighting;
import designspace.training.Trace;
import designspace.training.TraceStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class Theorem1Test {
  private static final Shape SHAPE = new Shape(3, 16, 1, 2);
  private static final TotalWeighting WEIGHTING =
      TotalWeighting.given(Design.edm(0.1, 1, 7, 3), 1, 5, 2);
  private static final DenoisingObjective OBJECTIVE =
      DenoisingObjective.of(Points.of(new double[] {1, 0}, new double[] {0, 1}), WEIGHTING, 1);

  private static Trace trace(double h, int steps, IntToDoubleFunction loss, int every) {
    List<TraceStep> all = new ArrayList<>();
    for (int s = 0; s <= steps; s++) {
      TraceStep.Terms terms = new TraceStep.Terms(List.of(), List.of(), List.of(), 1 + s % 3);
      TraceStep.Motion motion = new TraceStep.Motion(List.of(), 0, 0);
      all.add(new TraceStep(s * every, loss.applyAsDouble(s), terms, motion));
    }
    return new Trace(OBJECTIVE, h, all);
  }

  private static double x(double h, int s) {
    return h * WEIGHTING.c(1 + s % 3) * 16 * Math.pow(2, -0.125) / (8 * 9);
  }

  /** Losses made with a constant give it back, to the rounding of 1 − C₅x. */
  @Property(seed = "1", tries = 100)
  void findsTheConstantThatMadeTheLosses(
      @ForAll @DoubleRange(min = 0.01, max = 0.9) double share,
      @ForAll @DoubleRange(min = 0.01, max = 10) double h) {
    double largest = Math.max(x(h, 0), Math.max(x(h, 1), x(h, 2)));
    double c5 = share / largest;
    double[] losses = new double[11];
    losses[0] = 3;
    for (int s = 0; s < 10; s++) {
      losses[s + 1] = losses[s] * (1 - c5 * x(h, s));
    }
    Theorem1 theorem = Theorem1.along(trace(h, 10, s -> losses[s], 1), SHAPE, 0.75);
    assertThat(theorem.unitRate(4)).isCloseTo(x(h, 4), within(1e-13 * x(h, 4)));
    assertThat(theorem.perStep().orElseThrow()).isCloseTo(c5, within(1e-9 * c5));
    assertThat(theorem.cumulative().orElseThrow()).isCloseTo(c5, within(1e-9 * c5));
    assertThat(theorem.bound(c5)[10]).isCloseTo(losses[10], within(1e-9 * losses[10]));
  }

  /** The largest constant bounds every loss, touches one, and is no smaller than the step's. */
  @Property(seed = "2", tries = 100)
  void theLargestConstantIsTheLargest(@ForAll long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    double[] losses = new double[9];
    losses[0] = 1;
    for (int s = 0; s < 8; s++) {
      losses[s + 1] = losses[s] * random.nextDouble(0.5, 0.999);
    }
    Theorem1 theorem = Theorem1.along(trace(1, 8, s -> losses[s], 1), SHAPE, 0.75);
    double most = theorem.cumulative().orElseThrow();
    assertThat(most).isGreaterThanOrEqualTo(theorem.perStep().orElseThrow() * (1 - 1e-12));
    double[] bound = theorem.bound(most);
    double closest = Double.POSITIVE_INFINITY;
    for (int k = 1; k <= 8; k++) {
      assertThat(losses[k]).isLessThanOrEqualTo(bound[k] * (1 + 1e-12));
      closest = Math.min(closest, bound[k] / losses[k]);
    }
    boolean atItsLimit = most * Math.max(x(1, 0), Math.max(x(1, 1), x(1, 2))) > 1 - 1e-9;
    assertThat(closest < 1 + 1e-9 || atItsLimit).isTrue();
  }

  @Test
  void aRiseLeavesNoConstant() {
    double[] dip = {1, 0.5, 0.6, 0.4};
    Theorem1 theorem = Theorem1.along(trace(1, 3, s -> dip[s], 1), SHAPE, 0.75);
    assertThat(theorem.perStep()).isEmpty();
    assertThat(theorem.perStep(1)).isNegative();
    assertThat(theorem.cumulative()).isPresent();
    Theorem1 worse = Theorem1.along(trace(1, 2, s -> 1 + s, 1), SHAPE, 0.75);
    assertThat(worse.cumulative()).isEmpty();
  }

  @Test
  void followsARun() {
    ReluNetwork network = ReluNetwork.paper(2, 16, 1, 5);
    double h = new StepSize(OBJECTIVE, SHAPE).corrected();
    GradientDescent run = GradientDescent.start(network, OBJECTIVE, h, Recording.everyStep());
    run.advance(20);
    Theorem1 theorem = Theorem1.along(run.trace(), SHAPE, 0.6);
    assertThat(theorem.steps()).isEqualTo(20);
    double c5 = theorem.cumulative().orElseThrow();
    assertThat(theorem.bound(c5)[20]).isGreaterThanOrEqualTo(run.loss() * (1 - 1e-12));
    assertThat(theorem.bound(0)[20]).isEqualTo(run.trace().get(0).loss());
  }

  @Test
  void refusesWhatItCannotMultiply() {
    Trace sparse = trace(1, 3, s -> 1.0 / (s + 1), 2);
    assertThatThrownBy(() -> Theorem1.along(sparse, SHAPE, 0.75))
        .hasMessageContaining("step of record 1 = 2: expected 1")
        .hasMessageContaining("every step");
    Trace whole = trace(1, 3, s -> 1.0 / (s + 1), 1);
    assertThatThrownBy(() -> Theorem1.along(whole, SHAPE, 0.5)).hasMessageContaining("a0 = 0.5");
    assertThatThrownBy(() -> Theorem1.along(whole, SHAPE, 1)).hasMessageContaining("a0 = 1.0");
    assertThatThrownBy(() -> Theorem1.along(trace(1, 0, s -> 1, 1), SHAPE, 0.75))
        .hasMessageContaining("recorded steps = 1");
    assertThatThrownBy(() -> Theorem1.along(whole, new Shape(4, 16, 1, 3), 0.75))
        .hasMessageContaining("outputs of the network = 3");
    Theorem1 theorem = Theorem1.along(whole, SHAPE, 0.75);
    assertThatThrownBy(() -> theorem.bound(1e6)).hasMessageContaining("c5 = 1000000.0");
    assertThatThrownBy(() -> theorem.unitRate(3)).hasMessageContaining("step = 3");
  }
}
