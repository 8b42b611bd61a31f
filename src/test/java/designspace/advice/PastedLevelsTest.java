package designspace.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PastedLevelsTest {
  private static double[] read(String text) {
    return PastedLevels.parse(text).numbers();
  }

  @Test
  void readsWhatSamplersPrint() {
    PastedLevels levels =
        PastedLevels.parse(
            "sigmas = torch.tensor([80.0, 2e1,\n 5 1; 1 .2, 0.], dtype=torch.float)");
    assertThat(levels.grid().sigmas()).containsExactly(80, 20, 5, 1, 0.2);
    assertThat(levels.zeroSteps()).isEqualTo(1);
    assertThat(levels.repeated()).containsExactly(1);
    assertThat(levels.endsInZero()).isTrue();
    assertThat(levels.increasing() || levels.unsorted()).isFalse();
    assertThat(levels).hasToString("5 levels, σ 80 to 0.2, and 0, 1 repeated");
  }

  @Test
  void readsOtherLanguages() {
    assertThat(read("double[] s = new double[] {80.0f, 20d, 1.D};")).containsExactly(80, 20, 1);
    assertThat(read("{\"sigmas\": [80, 20, 1]}")).containsExactly(80, 20, 1);
    assertThat(read("{\"sigmas\": [\"80\", \"1\"]}")).containsExactly(80, 1);
    assertThat(read("σ: 80, 1")).containsExactly(80, 1);
    assertThat(read("sigmas=80,20\n5,1")).containsExactly(80, 20, 5, 1);
    assertThat(read("\uFEFF80\n1\n")).containsExactly(80, 1);
    assertThat(read("torch.tensor([80, 1], device='cuda:0').float().cpu()")).containsExactly(80, 1);
    assertThat(read("[np.float64(80.0), np.float64(0.5)]")).containsExactly(80, 0.5);
    assertThat(read("NoiseGrid g = NoiseGrid.named(\"five\", 80, 1);")).containsExactly(80, 1);
  }

  /** What would have to be run is not taken for the numbers in it. */
  @Test
  void runsNoCode() {
    refused("torch.linspace(80, 0.002, 18)", "text = torch.linspace(…)", "paste its values");
    refused("np.logspace(2, -3, 18)", "np.logspace(…)", "paste its values");
    refused("numpy.geomspace (80, .002, 18)", "numpy.geomspace(…)", "paste its values");
    refused("np.arange(80, 1)", "np.arange(…)", "paste its values");
    refused("list(range(80, 1))", "range(…)", "paste its values");
    refused("torch.tensor([80, 1]).sqrt()", ".sqrt(…)", "paste its values");
    refused("[80, 1] * 2", "entry 3 = '*'");
  }

  @Test
  void tellsDecimalCommas() {
    refused("0,80 0,5", "text = '0,80'", "a decimal point");
    refused("80; 0,5; 0", "text = '0,5'", "a decimal point");
    refused("0,8\n0,5\n0,1", "text = '0,8'", "a decimal point");
    refused("[0,8 0,5]", "0,8", "a decimal point");
    assertThat(read("80,20, 5")).containsExactly(80, 20, 5);
  }

  @Test
  void tellsTheOrder() {
    assertThat(PastedLevels.of(0, 0.1, 1, 10).increasing()).isTrue();
    assertThat(PastedLevels.of(1, 10, 0.1).unsorted()).isTrue();
  }

  @Test
  void levelsThatDifferByRoundingAreOne() {
    PastedLevels levels = PastedLevels.of(1000, 999.9999999999999, 1);
    assertThat(levels.grid().steps()).isEqualTo(1);
    assertThat(levels.zeroSteps()).isEqualTo(1);
    assertThat(levels.repeated()).hasSize(1);
    assertThat(PastedLevels.of(999.9999999999999, 1000, 1).unsorted()).isFalse();
    assertThat(PastedLevels.of(1000, 999.9999, 1).zeroSteps()).isZero();
  }

  @Test
  void refusesNonsenseByName() {
    refused("80, NaN, 1", "entry 2 = NaN");
    refused("80, x7!, 1", "entry 2 = 'x7!'");
    refused("80, seven, 1", "entry 2 = 'seven'");
    refused("80, -1", "entry 2 = -1.0");
    refused("80, 0, 1", "entry 2 = 0");
    refused("2 1 0 0", "entry 4 = 0, repeated", "entry 3 is zero");
    refused("0 1 2 0", "entry 4 = 0, repeated", "entry 1 is zero");
    refused("inf, 1", "entry 1 = Infinity");
    refused("5, 5", "number of different positive levels = 1");
    refused("tensor([])", "numbers in the text = 0");
  }

  private static void refused(String text, String... messages) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PastedLevels.parse(text))
        .satisfies(e -> assertThat(e.getMessage()).contains(messages));
  }
}
