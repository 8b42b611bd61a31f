package designspace.advice;

import java.util.Arrays;

/**
 * ln σ ~ N(P_mean, P_std²): at which noise to train (EDM).
 *
 * <p>mmse(τ)/tr Cov grows from 0 to 1 with the noise (lem-11): how much of the data's variance is
 * then still unknown. As a distribution function of ln σ it says where the data become known; its
 * mean and standard deviation are the suggestion. For a normal law they are Σ w ½ ln λ and √(π²/12
 * + Var_w ½ ln λ), w = λ/Σλ: P_std is at least 0.907.
 *
 * @param mean P_mean
 * @param deviation P_std
 */
public record TrainingNoise(double mean, double deviation) {
  private static final int CELLS = 4000;

  /** EDM's −1.2 and 1.2, tuned at σ_data = ½, moved to this scale. */
  public static TrainingNoise edm(double sigmaData) {
    return new TrainingNoise(-1.2 + Math.log(sigmaData / 0.5), 1.2);
  }

  /** Where these data become known. */
  public static TrainingNoise of(Evidence evidence) {
    double[] lambda = evidence.normal().spectrum().eigenvalues();
    double largest = Arrays.stream(lambda).max().orElseThrow();
    double finest = evidence.fisher(1e-12 * evidence.sigmaData());
    double low = Math.log(1e-3 * Math.sqrt(evidence.dimension() / finest));
    double high = Math.log(100 * Math.sqrt(largest));
    double[] moments = new double[3];
    double before = 0;
    for (int i = 0; i <= CELLS; i++) {
      double x = low + (high - low) * i / CELLS;
      double now = Math.max(before, evidence.mmse(Math.exp(x)));
      double middle = x - 0.5 * (high - low) / CELLS;
      for (int power = 0; power < moments.length; power++) {
        moments[power] += (now - before) * Math.pow(middle, power);
      }
      before = now;
    }
    double mean = moments[1] / moments[0];
    return new TrainingNoise(mean, Math.sqrt(moments[2] / moments[0] - mean * mean));
  }

  @Override
  public String toString() {
    return "P_mean " + Say.number(mean) + ", P_std " + Say.number(deviation);
  }
}
