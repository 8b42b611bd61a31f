package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import designspace.network.TangentKernel;
import designspace.network.Trained;
import designspace.schedule.Design;
import designspace.training.DenoisingObjective;
import designspace.training.TotalWeighting;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingAssumptionsTest {
  private static final TrainingAssumptions TWO = TrainingAssumptions.byDefault();

  private static DenoisingObjective objective(Points clean) {
    return DenoisingObjective.of(clean, TotalWeighting.uniform(Design.edm(0.1, 1, 7, 5)), 1);
  }

  @Test
  void normsAreMeasuredAgainstRootD() {
    Points clean = Points.of(new double[] {3, 4, 0, 0}, new double[] {0, 0, 1, 0});
    List<Condition> parts = TWO.assumption1(objective(clean), 2);
    assertThat(parts.get(0).measured()).isEqualTo(0.5); // ‖x‖ = 1, √d = 2
    assertThat(parts.get(0).margin()).isEqualTo(1);
    assertThat(parts.get(0).holds()).isTrue();
    assertThat(parts.get(1).measured()).isEqualTo(2.5);
    assertThat(parts.get(1).margin()).isEqualTo(0.8);
    assertThat(parts.get(1).holds()).isFalse();
    assertThat(parts.get(2).margin()).isCloseTo(4 / Math.pow(Math.log(10), 2), within(1e-15));
  }

  @Test
  void levelsAndTheirWeights() {
    Design edm = Design.edm(0.002, 80, 7, 4);
    TotalWeighting weighting = TotalWeighting.custom(edm, sigma -> 3 / (sigma * sigma));
    List<Condition> parts = new TrainingAssumptions(10).assumption2(weighting);
    assertThat(parts.get(0).measured()).isCloseTo(0.002, within(1e-15));
    assertThat(parts.get(0).holds()).isTrue();
    assertThat(parts.get(1).margin()).isCloseTo(10 / 80.0, within(1e-12));
    assertThat(parts.get(2).measured()).isCloseTo(1, within(1e-12));
    assertThat(parts.get(2).required()).isFalse();
    assertThat(parts.get(3).measured()).isCloseTo(12, within(1e-12));
  }

  /** ‖(1+a)^2L G − G‖ for W_1 scaled: with L = 1 and W_1 → aW_1 masks stay, so does the kernel. */
  @Test
  void widthIsJudgedByTheKernelsDrift() {
    DenoisingObjective objective = objective(Points.of(new double[] {1, 0}, new double[] {0, 2}));
    ReluNetwork network = ReluNetwork.paper(2, 32, 1, 3);
    TangentKernel first = kernel(objective, network);
    ReluNetwork inner = network.copy();
    scale(inner.layer(1), 3);
    assertThat(TWO.width(first, kernel(objective, inner)).get(1).measured()).isLessThan(1e-14);
    assertThat(TWO.width(first, first)).allMatch(Condition::holds); // no drift at all
    ReluNetwork outer = network.copy();
    scale(outer.layer(2), Math.sqrt(1.5)); // the kernel is quadratic in W_2
    List<Condition> drifted = TWO.width(first, kernel(objective, outer));
    assertThat(drifted.get(1).measured()).isCloseTo(0.5, within(1e-12));
    assertThat(drifted.get(0).measured()).isCloseTo(first.smallest() / first.norm(), within(1e-9));
    assertThat(drifted.get(0).holds()).isFalse();
  }

  private static TangentKernel kernel(DenoisingObjective objective, ReluNetwork network) {
    return TangentKernel.of(
        network, objective.leastSquares(network.shape(), Parametrization.paper()), Trained.INNER);
  }

  private static void scale(double[] layer, double by) {
    for (int i = 0; i < layer.length; i++) {
      layer[i] *= by;
    }
  }

  @Test
  void aConstantBelowOneIsRefused() {
    assertThatThrownBy(() -> new TrainingAssumptions(0.9)).hasMessageContaining("kappa = 0.9");
    assertThat(new Condition("p", 0, 1, 2).margin()).isZero();
    assertThat(new Condition("p", Double.NaN, 1, 2).holds()).isFalse();
  }
}
