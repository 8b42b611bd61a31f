package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import designspace.network.Shape;
import designspace.network.TangentKernel;
import designspace.network.Trained;
import designspace.schedule.Design;
import designspace.training.DenoisingObjective;
import designspace.training.TotalWeighting;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StepSizeTest {
  private static DenoisingObjective objective(int n, TotalWeighting weighting, int d, long seed) {
    return DenoisingObjective.of(
        Gaussian.isotropic(d, 1).sample(n, new RandomStreams(seed)), weighting, seed);
  }

  private static TangentKernel kernel(DenoisingObjective objective, Shape shape, long seed) {
    ReluNetwork network = ReluNetwork.paper(shape.outputs(), shape.width(), shape.depth(), seed);
    return TangentKernel.of(
        network, objective.leastSquares(shape, Parametrization.paper()), Trained.INNER);
  }

  @Test
  void isWhatItsFormulaSays() {
    TotalWeighting weighting = TotalWeighting.given(Design.edm(1, 4, 1, 3), 2, 3, 5);
    DenoisingObjective two = objective(2, weighting, 4, 1);
    StepSize steps = new StepSize(two, new Shape(5, 100, 1, 4));
    // σ̄ = 2, 3, 4: c = 8, 27, 80.
    assertThat(steps.printed()).isCloseTo(2 * 3 / (100 * 8.0), within(1e-15));
    assertThat(steps.order()).isCloseTo(1 / (100 * 115.0), within(1e-17));
    double printed = steps.printedIterations(0.6, 0.01);
    assertThat(printed).isCloseTo(Math.pow(4, 0.2) * 12 * Math.log(400), within(1e-9));
    assertThat(steps.iterations(steps.printed(), 0.6, 0.01)).isCloseTo(printed, within(1e-9));
    assertThat(steps.iterations(steps.printed() / 7, 0.6, 0.01) / printed)
        .isCloseTo(7, within(1e-12));
  }

  /** One input: nothing is given away but the scatter of norms, of order √(L/m). */
  @Test
  void isTightForOneInput() {
    TotalWeighting one = TotalWeighting.uniform(Design.edm(0.1, 0.7, 7, 1));
    for (int depth = 1; depth <= 3; depth++) {
      Shape shape = new Shape(4, 1024, depth, 3);
      DenoisingObjective objective = objective(1, one, 3, 2);
      double bound = new StepSize(objective, shape).largestEigenvalue();
      double[] all = kernel(objective, shape, depth).eigenvalues();
      assertThat(all).hasSize(3);
      assertThat(all[0] / bound).isBetween(0.8, 1.25);
    }
  }

  /** h λ_max/2 ≤ ½ in the limit; at m = 128 L passing 1 takes over three standard deviations. */
  @Property(seed = "1", tries = 20)
  void correctedStepsAreStableAtTheStart(
      @ForAll @IntRange(min = 1, max = 5) int n,
      @ForAll @IntRange(min = 1, max = 5) int levels,
      @ForAll @IntRange(min = 1, max = 3) int depth,
      @ForAll @IntRange(min = 2, max = 8) int d,
      @ForAll @IntRange(min = 0, max = 1000) int seed) {
    Design design = Design.edm(0.01 + seed % 3, 5.0 + seed, 7, levels);
    DenoisingObjective objective = objective(n, TotalWeighting.uniform(design), d, seed);
    int width = 128 * depth;
    Shape shape = new Shape(d + 1, width, depth, d);
    double h = new StepSize(objective, shape).corrected();
    assertThat(h * kernel(objective, shape, seed).largest() / 2).isLessThan(1);
  }

  @Test
  void aLevelWithoutWeightHasNoPrintedStep() {
    TotalWeighting gap = TotalWeighting.given(Design.edm(1, 4, 1, 2), 0, 1);
    StepSize steps = new StepSize(objective(2, gap, 2, 1), new Shape(3, 10, 1, 2));
    assertThatThrownBy(steps::printed).hasMessageContaining("smallest c = 0.0");
    assertThat(steps.corrected()).isPositive();
    assertThatThrownBy(() -> steps.printedIterations(0.6, 3)).hasMessageContaining("epsilon = 3.0");
    assertThatThrownBy(() -> new StepSize(steps.objective(), new Shape(3, 10, 1, 5)))
        .hasMessageContaining("outputs = 5");
  }
}
