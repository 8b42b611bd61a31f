package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.training.Optimizer.Adam;
import designspace.training.Optimizer.Sgd;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OptimizerTest {
  /** A dozen operations on numbers of order one. */
  private static final Offset<Double> ROUNDING = within(1e-14);

  /** Steps on w = (7, 1, 7) of which only the middle is meant. */
  private static double[][] state(Optimizer optimizer, double... gradients) {
    double[][] state = new double[1 + optimizer.moments()][3];
    state[0] = new double[] {7, 1, 7};
    for (int s = 1; s <= gradients.length; s++) {
      double[] gradient = {1, gradients[s - 1], 1};
      optimizer.step(optimizer.rate(), s, gradient, state, 1, 2);
    }
    for (double[] array : state) {
      assertThat(array[0]).isEqualTo(array[2]).isEqualTo(array == state[0] ? 7 : 0);
    }
    return state;
  }

  /** v = 4, then ½·4 + 2 = 4, then ½·4 − 3 = −1; w = 1 − 0.1·(4 + 4 − 1). */
  @Test
  void momentumRemembersHalf() {
    double[][] state = state(new Sgd(0.1, 0.5), 4, 2, -3);
    assertThat(state[0][1]).isEqualTo(0.3, ROUNDING);
    assertThat(state[1][1]).isEqualTo(-1, ROUNDING);
    assertThat(state(new Sgd(0.1, 0), 4, 2, -3)[0][1]).isEqualTo(0.7, ROUNDING);
  }

  /**
   * β₁ = ½, β₂ = ¾, ε = 1, η = 3. g = 2: m = 1, v = 1, m̂ = 2, v̂ = 4, a step of 3·2/(2+1) = 2. g =
   * −4: m = ½ − 2 = −3/2, v = ¾ + 4 = 19/4, m̂ = −2, v̂ = (19/4)/(7/16) = 76/7, a step of
   * −6/(√(76/7)+1).
   */
  @Test
  void adamCorrectsItsMoments() {
    Adam adam = new Adam(3, 0.5, 0.75, 1);
    assertThat(state(adam, 2)[0][1]).isEqualTo(-1, ROUNDING);
    double[][] state = state(adam, 2, -4);
    assertThat(state[0][1]).isEqualTo(-1 + 6 / (Math.sqrt(76.0 / 7) + 1), ROUNDING);
    assertThat(state[1][1]).isEqualTo(-1.5, ROUNDING);
    assertThat(state[2][1]).isEqualTo(4.75, ROUNDING);
  }

  /** A constant gradient of any size gives steps of η. */
  @Test
  void adamDoesNotSeeTheScaleOfTheGradient() {
    for (double g : new double[] {1e-3, 1, 1e6}) {
      assertThat(state(Adam.of(0.01), g, g, g)[0][1]).isCloseTo(0.97, within(3e-7));
    }
  }

  /** ½(1 + cos πs/S): 1, ½ at the middle, 0 from S on. */
  @Test
  void ratesDecayAlongACosine() {
    TrainingSettings constant = TrainingSettings.adam(0.2);
    assertThat(constant.rate(0)).isEqualTo(constant.rate(10_000)).isEqualTo(0.2);
    TrainingSettings decaying = constant.withCosineDecay(12);
    assertThat(decaying.rate(0)).isEqualTo(0.2);
    assertThat(decaying.rate(3)).isEqualTo(0.1 * (1 + Math.sqrt(0.5)), ROUNDING);
    assertThat(decaying.rate(6)).isEqualTo(0.1, ROUNDING);
    assertThat(decaying.rate(12)).isEqualTo(decaying.rate(99)).isEqualTo(0, ROUNDING);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new Sgd(0, 0.9)).hasMessageContaining("rate = 0.0");
    assertThatThrownBy(() -> new Sgd(1, 1)).hasMessageContaining("momentum = 1.0");
    assertThatThrownBy(() -> new Adam(1, 0.9, 1.5, 1)).hasMessageContaining("beta2 = 1.5");
    assertThatThrownBy(() -> new Adam(1, -1, 0.9, 1)).hasMessageContaining("beta1 = -1.0");
    assertThatThrownBy(() -> new Adam(1, 0.9, 0.9, 0)).hasMessageContaining("epsilon = 0.0");
    TrainingSettings settings = TrainingSettings.adam(1);
    assertThatThrownBy(() -> settings.withAveraging(1)).hasMessageContaining("averaging = 1.0");
    assertThatThrownBy(() -> settings.withInterval(0)).hasMessageContaining("interval = 0");
    assertThatThrownBy(() -> settings.withCosineDecay(-1)).hasMessageContaining("decaySteps = -1");
  }
}
