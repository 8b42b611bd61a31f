package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.matrix.Workers;
import designspace.network.NetworkScore;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import designspace.network.TangentKernel;
import designspace.network.Trained;
import designspace.schedule.Design;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradientDescentTest {
  /** Sums over 200 rows and 3 layers. */
  private static final double ROUNDING = 1e-11;

  private static final int STEPS = 12;
  private static final ReluNetwork NETWORK = ReluNetwork.paper(2, 24, 2, 3);
  private static final DenoisingObjective OBJECTIVE = objective(50, 1); // 200 rows: 2 shards
  private static final TangentKernel KERNEL = kernel(NETWORK, OBJECTIVE);
  private static final double SAFE = 0.5 / KERNEL.largest();

  /** So wide, with so few points, that a large step does not just switch all units off. */
  private static final ReluNetwork WIDE = ReluNetwork.paper(2, 1024, 2, 3);

  private static final DenoisingObjective FEW = objective(8, 1);

  @TempDir Path folder;

  private static DenoisingObjective objective(int points, long seed) {
    Points clean = Gaussian.isotropic(2, 0.5).sample(points, new RandomStreams(seed));
    TotalWeighting weighting = TotalWeighting.uniform(Design.edm(0.1, 2, 3, 4));
    return DenoisingObjective.of(clean, weighting, seed + 1);
  }

  private static TangentKernel kernel(ReluNetwork network, DenoisingObjective objective) {
    return TangentKernel.of(
        network, objective.leastSquares(network.shape(), Parametrization.paper()), Trained.INNER);
  }

  private static GradientDescent wideRun(double stepSize) {
    return GradientDescent.start(WIDE, FEW, stepSize, Recording.everyStep(), Workers.of(1));
  }

  private static GradientDescent run(double stepSize, Recording recording, int threads) {
    return GradientDescent.start(NETWORK, OBJECTIVE, stepSize, recording, Workers.of(threads));
  }

  private static GradientDescent run(double stepSize) {
    return run(stepSize, Recording.everyStep(), 1);
  }

  private static void assertSameBits(GradientDescent actual, GradientDescent expected) {
    assertThat(actual.trace().steps().equals(expected.trace().steps())).isTrue(); // long to print
    assertThat(actual.outcome()).isEqualTo(expected.outcome());
    assertThat(actual.steps()).isEqualTo(expected.steps());
    assertThat(actual.loss()).isEqualTo(expected.loss());
    assertSameBits(actual.network(), expected.network());
  }

  private static void assertSameBits(ReluNetwork actual, ReluNetwork expected) {
    for (int l = 0; l < expected.shape().layers(); l++) {
      assertThat(Arrays.equals(actual.layer(l), expected.layer(l))).as("layer %d", l).isTrue();
    }
  }

  @Test
  void theSameSeedGivesTheSameBitsOnAnyThreads() {
    GradientDescent expected = run(SAFE, Recording.everyStep().withTerms(), 1);
    expected.advance(STEPS);
    for (int threads : new int[] {1, 2, 3}) {
      GradientDescent actual = run(SAFE, Recording.everyStep().withTerms(), threads);
      actual.advance(STEPS);
      assertSameBits(actual, expected);
    }
  }

  @Test
  void aRunThatWasKilledGoesOnFromItsLastCheckpoint() throws IOException {
    Path file = folder.resolve("run");
    GradientDescent whole = run(SAFE, Recording.every(2).withTerms(), 1);
    whole.advance(STEPS);
    GradientDescent killed = run(SAFE, Recording.every(2).withTerms(), 2);
    killed.advance(5);
    killed.save(file);
    killed.advance(3); // lost
    GradientDescent resumed = GradientDescent.resume(file, objective(50, 1), Workers.of(2));
    assertThat(resumed.steps()).isEqualTo(5);
    resumed.advance(STEPS - 5);
    assertSameBits(resumed, whole);
    resumed.save(file);
    assertSameBits(GradientDescent.resume(file, OBJECTIVE), whole);
  }

  @Test
  void aFileOfAnotherRunIsRefused() throws IOException {
    Path file = folder.resolve("run");
    GradientDescent run = run(SAFE);
    run.save(file);
    assertThatThrownBy(() -> GradientDescent.resume(file, objective(50, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("objective", "the run in " + file);
    assertThatThrownBy(() -> GradientDescent.resume(file, objective(49, 1)))
        .hasMessageContaining("the run in " + file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> GradientDescent.resume(file, OBJECTIVE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a saved run of gradient descent");
  }

  /** Two ways to the loss: as least squares of F, and of the score at noisy points. */
  @Test
  void theTraceSaysWhatTheObjectiveSays() {
    GradientDescent run = run(SAFE, Recording.everyStep().withTerms(), 1);
    run.advance(3);
    double expected = OBJECTIVE.empirical(NetworkScore.paper(run.network()));
    assertThat(run.loss()).isCloseTo(expected, within(ROUNDING * expected));
    double[] terms = OBJECTIVE.terms(NetworkScore.paper(run.network()));
    TraceStep last = run.trace().get(3);
    int hardest = 0;
    double[] levels = new double[OBJECTIVE.levels()];
    for (int r = 0; r < terms.length; r++) {
      assertThat(last.terms().all().get(r)).isCloseTo(terms[r], within(ROUNDING * (1 + terms[r])));
      levels[OBJECTIVE.level(r) - 1] += terms[r] / OBJECTIVE.points();
      hardest = terms[r] > terms[hardest] ? r : hardest;
    }
    assertThat(last.terms().hardest()).containsExactly(hardest);
    assertThat(last.terms().jStar()).isEqualTo(OBJECTIVE.level(hardest));
    for (int j = 1; j <= levels.length; j++) {
      double level = levels[j - 1];
      assertThat(run.trace().level(j)[3]).isCloseTo(level, within(ROUNDING * (1 + level)));
    }
    assertThat(run.terms()).containsExactly(last.terms().all().toArray(Double[]::new));
  }

  /** At θ⁰ the tangent kernel knows ‖∇L̄‖²; the first step moves by h‖∇L̄‖. */
  @Test
  void theMotionIsThatOfTheGradient() {
    GradientDescent run = run(SAFE);
    run.advance(1);
    double square = KERNEL.squaredGradient();
    TraceStep.Motion start = run.trace().get(0).motion();
    TraceStep.Motion first = run.trace().get(1).motion();
    assertThat(start.squaredGradient()).isCloseTo(square, within(ROUNDING * square));
    assertThat(start.distance()).isZero();
    assertThat(start.switched()).isZero();
    double distance = SAFE * Math.sqrt(square);
    assertThat(first.distance()).isCloseTo(distance, within(ROUNDING * distance));
    assertThat(first.switched()).isBetween(0.0, 1.0);
  }

  @Test
  void smallStepsFallMonotonically() {
    GradientDescent run = run(SAFE);
    Outcome outcome = run.advance(STEPS);
    assertThat(outcome).isEqualTo(Outcome.sound(STEPS));
    assertThat(run.trace().numbers()).hasSize(STEPS + 1).endsWith(STEPS);
    assertThat(run.trace().decays()).hasSize(STEPS);
    assertThat(Arrays.stream(run.trace().decays()).max().orElseThrow()).isLessThan(1);
  }

  @Test
  void withoutRecordingTheWeightsAreTheSame() {
    GradientDescent silent = run(SAFE, Recording.off(), 1);
    silent.advance(STEPS);
    GradientDescent loud = run(SAFE);
    loud.advance(STEPS);
    assertThat(silent.trace().size()).isZero();
    assertSameBits(silent.network(), loud.network());
  }

  /** In the linear regime 100/λ multiplies the top mode by −99, the loss by about 10⁴. */
  @Test
  void aDivergingStepIsUndone() {
    double stepSize = 100 / kernel(WIDE, FEW).largest();
    GradientDescent run = wideRun(stepSize);
    Outcome outcome = run.advance(STEPS);
    assertThat(outcome.status()).isEqualTo(Outcome.Status.DIVERGED);
    assertThat(outcome.step()).isEqualTo(run.steps() + 1).isLessThanOrEqualTo(STEPS);
    assertThat(outcome.cause()).contains("a step of size", "took the loss from");
    GradientDescent before = wideRun(stepSize);
    before.advance(run.steps());
    assertThat(before.outcome().diverged()).isFalse();
    assertSameBits(run.network(), before.network());
    assertThat(run.loss()).isFinite().isEqualTo(before.loss());
    assertThat(run.trace().steps().equals(before.trace().steps())).isTrue();
    assertThat(run.advance(1)).isEqualTo(outcome);
  }

  @Test
  void aNetworkThatIsNoneIsRefused() {
    ReluNetwork broken = NETWORK.copy();
    broken.layer(1)[0] = Double.NaN;
    assertThatThrownBy(() -> GradientDescent.start(broken, OBJECTIVE, SAFE, Recording.off()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("loss at the start = NaN");
    assertThatThrownBy(() -> run(0)).hasMessageContaining("stepSize = 0.0");
    ReluNetwork other = ReluNetwork.paper(3, 24, 2, 3);
    assertThatThrownBy(() -> GradientDescent.start(other, OBJECTIVE, SAFE, Recording.off()))
        .hasMessageContaining("outputs = 3");
  }

  @Test
  void anInterruptLeavesItUsable() {
    GradientDescent run = run(SAFE);
    run.advance(4);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> run.advance(STEPS)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    run.advance(STEPS - 4);
    GradientDescent expected = run(SAFE);
    expected.advance(STEPS);
    assertSameBits(run, expected);
  }

  /**
   * Above 2/λ the top mode grows until it is most of the loss. The limit along the gradient, which
   * holds other modes too, is then above 2/λ, but little.
   */
  @Test
  void aRiseNamesTheLimit() {
    double stepSize = 2.1 / kernel(WIDE, FEW).largest();
    GradientDescent run = wideRun(stepSize);
    ReluNetwork before = WIDE;
    while (run.outcome().status() == Outcome.Status.SOUND && run.steps() < 30) {
      before = run.network();
      run.advance(1);
    }
    Outcome outcome = run.outcome();
    assertThat(outcome.status()).isEqualTo(Outcome.Status.ROSE);
    assertThat(outcome.step()).isEqualTo(run.steps());
    Matcher limit = Pattern.compile("steps above (\\S+) raise it").matcher(outcome.cause());
    assertThat(limit.find()).isTrue();
    assertThat(Double.parseDouble(limit.group(1)) * kernel(before, FEW).largest() / 2)
        .isCloseTo(1, within(0.1));
    assertThat(run.advance(1).status()).isEqualTo(Outcome.Status.ROSE);
    assertThat(run.trace().losses()[outcome.step()])
        .isGreaterThan(run.trace().losses()[outcome.step() - 1]);
  }

  /** On ½κx² a step of h takes x to (1 − hκ)x: the curvature is κ, whatever h. */
  @Test
  void theCurvatureOfAParabolaIsExact() {
    double kappa = 3;
    double x = 1.7;
    for (double h : new double[] {0.01, 0.7, 5}) {
      double next = (1 - h * kappa) * x;
      Overshoot step =
          new Overshoot(h, kappa * x * x / 2, kappa * next * next / 2, kappa * kappa * x * x);
      assertThat(step.curvature()).isCloseTo(kappa, within(1e-12));
      assertThat(step.cause()).contains("steps above 0.667 raise it");
    }
    assertThat(new Overshoot(1, 1, Double.NaN, 4).cause()).endsWith("the gradient's norm was 2.00");
  }
}
