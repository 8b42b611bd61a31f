package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import designspace.core.Points;
import designspace.data.GaussianMixture;
import designspace.matrix.Blas;
import designspace.matrix.Workers;
import designspace.network.Backpropagation;
import designspace.network.NetworkScore;
import designspace.network.ReluNetwork;
import designspace.network.Trained;
import designspace.training.Optimizer.Sgd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MinibatchTrainingTest {
  private static final int STEPS = 25;
  private static final Minibatches MINIBATCHES = minibatches(1); // two shards
  private static final ReluNetwork NETWORK = ReluNetwork.practical(MINIBATCHES.shape(16, 2), 2);
  private static final TrainingSettings ADAM =
      TrainingSettings.adam(0.01).withCosineDecay(100).withAveraging(0.9).withInterval(4);
  private static final TrainingSettings SGD =
      TrainingSettings.of(new Sgd(0.01, 0.9)).withInterval(7);

  @TempDir Path folder;

  private static Minibatches minibatches(long seed) {
    GaussianMixture data =
        GaussianMixture.of(
            new double[] {1, 2}, Points.of(new double[] {-1, 0}, new double[] {1, 0.5}), 0.3);
    return Minibatches.edm(data, new EdmBell(-0.5, 1, 1), 256, seed);
  }

  private static MinibatchTraining run(TrainingSettings settings, int threads) {
    return MinibatchTraining.start(NETWORK, MINIBATCHES, settings, Workers.of(threads));
  }

  private static void assertSameBits(MinibatchTraining actual, MinibatchTraining expected) {
    assertThat(actual.steps()).isEqualTo(expected.steps());
    assertThat(actual.outcome()).isEqualTo(expected.outcome());
    assertThat(actual.loss()).isEqualTo(expected.loss());
    assertThat(actual.history()).isEqualTo(expected.history());
    assertSameBits(actual.network(), expected.network());
    assertSameBits(actual.average(), expected.average());
  }

  private static void assertSameBits(ReluNetwork actual, ReluNetwork expected) {
    for (int l = 0; l < expected.shape().layers(); l++) {
      assertThat(Arrays.equals(actual.layer(l), expected.layer(l))).as("layer %d", l).isTrue();
    }
  }

  @Test
  void theSameSeedGivesTheSameBitsOnAnyThreads() {
    for (TrainingSettings settings : new TrainingSettings[] {ADAM, SGD}) {
      MinibatchTraining expected = run(settings, 1);
      expected.advance(STEPS);
      for (int threads : new int[] {1, 2, 3}) {
        MinibatchTraining actual = run(settings, threads);
        actual.advance(STEPS);
        assertSameBits(actual, expected);
      }
    }
  }

  @Test
  void aRunThatWasKilledGoesOnFromItsLastCheckpoint() throws IOException {
    for (TrainingSettings settings : new TrainingSettings[] {ADAM, SGD}) {
      Path file = folder.resolve("run");
      MinibatchTraining whole = run(settings, 1);
      whole.advance(STEPS);
      MinibatchTraining killed = run(settings, 2);
      killed.advance(10);
      killed.save(file);
      killed.advance(6); // lost
      MinibatchTraining resumed = MinibatchTraining.resume(file, minibatches(1), Workers.of(2));
      assertThat(resumed.steps()).isEqualTo(10);
      resumed.advance(STEPS - 10);
      assertSameBits(resumed, whole);
      resumed.save(file);
      assertSameBits(MinibatchTraining.resume(file, MINIBATCHES), whole);
    }
  }

  @Test
  void aFileOfAnotherRunIsRefused() throws IOException {
    Path file = folder.resolve("run");
    MinibatchTraining run = run(ADAM, 1);
    run.save(file);
    assertThatThrownBy(() -> MinibatchTraining.resume(file, minibatches(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("minibatches", "the run in " + file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertThatThrownBy(() -> MinibatchTraining.resume(file, MINIBATCHES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a saved minibatch training");
  }

  /** Plain SGD with its average, step by step from the parts. */
  @Test
  void stepsAreThoseOfTheOptimizer() {
    TrainingSettings settings =
        TrainingSettings.of(new Sgd(0.02, 0))
            .withCosineDecay(10)
            .withAveraging(0.5)
            .withInterval(2);
    MinibatchTraining run = run(settings, 1);
    ReluNetwork expected = NETWORK.copy();
    ReluNetwork average = NETWORK.copy();
    double[] losses = new double[4];
    for (int s = 0; s < losses.length; s++) {
      Backpropagation loss =
          new Backpropagation(
              NETWORK.shape(),
              Trained.ALL,
              MINIBATCHES.batch(NETWORK.shape(), s),
              Workers.of(1),
              Blas.fastest());
      losses[s] = loss.lossAndGradient(expected);
      assertThat(run.loss()).isEqualTo(losses[s]);
      run.advance(1);
      loss.descend(expected, 0.01 * (1 + Math.cos(Math.PI * s / 10.0)), expected);
      double rho = Math.min(0.5, (s + 1.0) / (s + 10.0)); // 0.1, 2/11, 3/12, 4/13
      mix(average, expected, rho);
      assertThat(run.network().distance(expected, Trained.ALL)).isLessThan(1e-14);
      assertThat(run.average().distance(average, Trained.ALL)).isLessThan(1e-14);
    }
    assertThat(run.history().steps()).containsExactly(2, 4);
    assertThat(run.history().losses())
        .containsExactly((losses[0] + losses[1]) / 2, (losses[2] + losses[3]) / 2);
  }

  private static void mix(ReluNetwork average, ReluNetwork network, double rho) {
    for (int l = 0; l < network.shape().layers(); l++) {
      for (int i = 0; i < network.layer(l).length; i++) {
        average.layer(l)[i] = rho * average.layer(l)[i] + (1 - rho) * network.layer(l)[i];
      }
    }
  }

  @Test
  void theScoreIsThatOfTheAverage() {
    MinibatchTraining run = run(ADAM, 1);
    run.advance(5);
    Points x = Points.of(new double[] {0.3, -1}, new double[] {2, 1});
    NetworkScore expected = new NetworkScore(run.average(), MINIBATCHES.parametrization());
    assertThat(run.score().at(0.7, x)).isEqualTo(expected.at(0.7, x));
    assertThat(run.average().distance(run.network(), Trained.ALL)).isPositive();
    MinibatchTraining none = run(SGD, 1);
    none.advance(5);
    assertSameBits(none.average(), none.network());
  }

  /** A huge rate: the run stands before the step that broke it. */
  @Test
  void aDivergingStepIsUndone() throws IOException {
    for (double rate : new double[] {1, 10, 1e308}) {
      TrainingSettings settings = TrainingSettings.of(new Sgd(rate, 0.5)).withAveraging(0.9);
      MinibatchTraining run = run(settings, 1);
      Outcome outcome = run.advance(STEPS);
      assertThat(outcome.status()).isEqualTo(Outcome.Status.DIVERGED);
      assertThat(outcome.step()).isEqualTo(run.steps() + 1);
      assertThat(outcome.cause()).contains("at rate", "loss of a minibatch");
      assertThat(outcome.cause().contains("left the finite numbers")).isEqualTo(rate > 1e300);
      MinibatchTraining before = run(settings, 1);
      assertThat(before.advance(run.steps()).diverged()).isFalse();
      assertSameBits(run.network(), before.network());
      assertSameBits(run.average(), before.average());
      assertThat(run.loss()).isFinite().isEqualTo(before.loss());
      assertThat(run.advance(1)).isEqualTo(outcome);
      Path file = folder.resolve("run");
      run.save(file);
      assertSameBits(MinibatchTraining.resume(file, MINIBATCHES), run);
    }
  }

  @Test
  void aNetworkThatIsNoneIsRefused() {
    ReluNetwork broken = NETWORK.copy();
    broken.layer(0)[1] = Double.NaN;
    assertThatThrownBy(() -> MinibatchTraining.start(broken, MINIBATCHES, ADAM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("loss at the start = NaN");
    ReluNetwork other = ReluNetwork.paper(2, 4, 1, 1);
    assertThatThrownBy(() -> MinibatchTraining.start(other, MINIBATCHES, ADAM))
        .hasMessageContaining("inputs = 3");
  }

  @Test
  void anInterruptLeavesItUsable() {
    MinibatchTraining run = run(ADAM, 2);
    run.advance(4);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> run.advance(STEPS)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    run.advance(STEPS - 4);
    MinibatchTraining expected = run(ADAM, 1);
    expected.advance(STEPS);
    assertSameBits(run, expected);
  }
}
