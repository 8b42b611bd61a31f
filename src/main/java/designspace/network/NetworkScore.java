package designspace.network;

import designspace.core.Points;
import designspace.core.Require;
import designspace.score.ScoreFunction;

/**
 * The score that a network stands for: S = (scale F + skip x)/σ.
 *
 * @param network live: training it changes the score
 * @param parametrization how to read it
 */
public record NetworkScore(ReluNetwork network, Parametrization parametrization)
    implements ScoreFunction {
  public NetworkScore {
    Shape shape = network.shape();
    int expected = parametrization.inputs(shape.outputs());
    Require.size("inputs of the network", shape.inputs(), expected, "its score sees so many");
  }

  /** S = F(x, σ) (eq-8). */
  public static NetworkScore paper(ReluNetwork network) {
    return new NetworkScore(network, Parametrization.paper());
  }

  @Override
  public Points at(double sigma, Points x) {
    Require.positive("sigma", sigma, "the score is that of the smoothed law");
    Require.dimension("x", x.dimension(), network.shape().outputs());
    double[] z = new double[network.shape().inputs()];
    double[] inputs = new double[x.size() * z.length];
    for (int i = 0; i < x.size(); i++) {
      parametrization.input(sigma, x.row(i), z);
      System.arraycopy(z, 0, inputs, i * z.length, z.length);
    }
    double[] s = network.apply(Points.owning(inputs, z.length)).toArray();
    double[] values = x.toArray();
    double scale = parametrization.scale(sigma);
    double skip = parametrization.skip(sigma);
    for (int i = 0; i < s.length; i++) {
      s[i] = (scale * s[i] + skip * values[i]) / sigma;
    }
    return Points.owning(s, x.dimension());
  }
}
