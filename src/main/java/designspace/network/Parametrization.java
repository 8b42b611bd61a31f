package designspace.network;

import designspace.core.Require;

/**
 * How a network becomes a score: σS(σ, x) = scale(σ) F(z(σ, x)) + skip(σ) x. The denoising residual
 * σS + ξ is then affine in F, so each denoising loss is {@link LeastSquares}.
 */
public sealed interface Parametrization {
  /** How many numbers the network sees for data in d dimensions, p. */
  int inputs(int dimension);

  /**
   * What the network sees.
   *
   * @param x length d
   * @param z length p, overwritten
   */
  void input(double sigma, double[] x, double[] z);

  /** The factor of F in σS. */
  double scale(double sigma);

  /** The factor of x in σS. */
  double skip(double sigma);

  /** S = F(x, σ), the input augmented by one coordinate (eq-8). */
  static Parametrization paper() {
    return new Paper();
  }

  /**
   * EDM's preconditioning (Karras et al. 2022, table 1): the denoiser is D = c_skip x + c_out
   * F(c_in x, c_noise) and S = (D − x)/σ². A constant input stands in for biases.
   *
   * @param sigmaData standard deviation of a coordinate of the data
   */
  static Parametrization edm(double sigmaData) {
    return new Edm(sigmaData);
  }

  /** See {@link Parametrization#paper}. */
  record Paper() implements Parametrization {
    @Override
    public int inputs(int dimension) {
      return dimension + 1;
    }

    @Override
    public void input(double sigma, double[] x, double[] z) {
      System.arraycopy(x, 0, z, 0, x.length);
      z[x.length] = sigma;
    }

    @Override
    public double scale(double sigma) {
      return sigma;
    }

    @Override
    public double skip(double sigma) {
      return 0;
    }
  }

  /** See {@link Parametrization#edm}. */
  record Edm(double sigmaData) implements Parametrization {
    public Edm {
      Require.positive("sigmaData", sigmaData, "it is the data's standard deviation");
    }

    @Override
    public int inputs(int dimension) {
      return dimension + 2;
    }

    @Override
    public void input(double sigma, double[] x, double[] z) {
      double cIn = 1 / Math.hypot(sigma, sigmaData);
      for (int j = 0; j < x.length; j++) {
        z[j] = cIn * x[j];
      }
      z[x.length] = Math.log(sigma) / 4;
      z[x.length + 1] = 1;
    }

    /** c_out/σ. */
    @Override
    public double scale(double sigma) {
      return sigmaData / Math.hypot(sigma, sigmaData);
    }

    /** (c_skip − 1)/σ. */
    @Override
    public double skip(double sigma) {
      return -sigma / (sigma * sigma + sigmaData * sigmaData);
    }
  }
}
