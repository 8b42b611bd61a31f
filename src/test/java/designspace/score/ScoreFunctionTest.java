package designspace.score;

import static org.assertj.core.api.Assertions.assertThat;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import org.junit.jupiter.api.Test;

class ScoreFunctionTest {
  @Test
  void aPointwiseScoreIsTheSameOnABatch() {
    Gaussian data = Gaussian.isotropic(new double[] {1, 2}, 0.5);
    ScoreFunction exact = ScoreFunction.exact(data);
    ScoreFunction pointwise =
        ScoreFunction.pointwise((sigma, x) -> data.score(sigma, Points.of(x)).row(0));
    Points x = data.sample(50, new RandomStreams(1));
    assertThat(pointwise.at(0.7, x)).isEqualTo(exact.at(0.7, x));
  }
}
