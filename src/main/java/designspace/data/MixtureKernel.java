package designspace.data;

import designspace.core.Points;
import java.util.Arrays;

/** The score of a smoothed mixture at many points; one form for each kind of covariance. */
interface MixtureKernel {
  /** ∇log p_τ at each point, n×d; τ &gt; 0. */
  Points score(double tau, Points x);

  /** The faster form if every bump is isotropic; weights sum to one. */
  static MixtureKernel of(double[] weights, Gaussian... bumps) {
    double[] logWeights = Arrays.stream(weights).map(Math::log).toArray();
    if (!Arrays.stream(bumps).allMatch(bump -> bump.spectrum().isIsotropic())) {
      return new EigenbasisKernel(logWeights, bumps);
    }
    double[][] centres = Arrays.stream(bumps).map(Gaussian::mean).toArray(double[][]::new);
    double[] variances =
        Arrays.stream(bumps).mapToDouble(bump -> bump.spectrum().eigenvalue(0)).toArray();
    return new IsotropicKernel(logWeights, centres, variances);
  }
}
