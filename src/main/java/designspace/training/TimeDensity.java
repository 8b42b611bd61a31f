package designspace.training;

import designspace.core.Require;
import designspace.schedule.NoiseSchedule;

/** See {@link NoiseDensity#uniformTime}: t from {@code start} to {@code end}. */
record TimeDensity(NoiseSchedule schedule, double start, double end) implements NoiseDensity {
  TimeDensity {
    Require.ordered("start", start, "end", end, "levels are drawn between");
  }

  static TimeDensity between(NoiseSchedule schedule, double sigmaMin, double sigmaMax) {
    Require.ordered("sigmaMin", sigmaMin, "sigmaMax", sigmaMax, "levels are drawn between");
    return new TimeDensity(schedule, schedule.time(sigmaMin), schedule.time(sigmaMax));
  }

  private double time(double lnSigma) {
    return schedule.time(Math.exp(lnSigma));
  }

  @Override
  public double at(double lnSigma) {
    double t = time(lnSigma);
    return t < start || t > end ? 0 : schedule.density(Math.exp(lnSigma)) / (end - start);
  }

  @Override
  public double below(double lnSigma) {
    return Math.min(1, Math.max(0, (time(lnSigma) - start) / (end - start)));
  }

  @Override
  public double quantile(double share) {
    NoiseDensity.checkedShare(share);
    return Math.log(schedule.sigma((1 - share) * start + share * end));
  }
}
