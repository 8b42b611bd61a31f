package designspace.data;

import designspace.core.Estimate;
import designspace.core.Require;

/** J(τ) and mmse(τ) of a Gaussian: sums over the eigenvalues λ of its covariance. */
record GaussianInformation(Spectrum spectrum) implements Information {
  @Override
  public Estimate fisherInformation(double tau) {
    Require.notNegative("tau", tau, "it is a variance");
    double sum = 0;
    for (double lambda : spectrum.eigenvalues()) {
      sum += 1 / (lambda + tau);
    }
    return Estimate.exact(sum);
  }

  @Override
  public Estimate mmse(double tau) {
    Require.notNegative("tau", tau, "it is a variance");
    double sum = 0;
    for (double variance : posteriorVariances(tau)) {
      sum += variance;
    }
    return Estimate.exact(sum);
  }

  /** λτ/(λ+τ), along each eigenvector. */
  double[] posteriorVariances(double tau) {
    double[] variances = spectrum.eigenvalues();
    for (int j = 0; j < variances.length; j++) {
      variances[j] = variances[j] == 0 ? 0 : variances[j] * (tau / (variances[j] + tau));
    }
    return variances;
  }
}
