package designspace.clock;

import designspace.bound.GridError;
import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * AYS's descent sweep by sweep on Gaussian data from EDM's grid: the KLUB, which it lowers, and two
 * marginal KLs, which it may raise. Its authors stop it early for that reason (their appendix A.3).
 *
 * @param sweep 0 is EDM's grid
 * @param klub path KL of the denoiser-frozen SDE, nats
 * @param frozen marginal KL of the denoiser-frozen SDE, nats
 * @param flow marginal KL of Euler steps on the probability flow, nats
 */
public record EarlyStopping(int sweep, double klub, double frozen, double flow) {
  /** So many sweeps on N(0, c²) with N steps from σ = 80 to 0.002. */
  public static List<EarlyStopping> of(double c, int steps, int sweeps) {
    Gaussian data = Gaussian.isotropic(1, c);
    Klub klub = Klub.of(data);
    GridError frozen = GridError.marginalKl(LinearSampler.FROZEN_DENOISER, data);
    GridError flow = GridError.marginalKl(LinearSampler.EULER_FLOW, data);
    NoiseGrid edm = NoiseGrid.polynomial(ClockTable.LOW, ClockTable.HIGH, 7, steps);
    List<EarlyStopping> course = new ArrayList<>();
    for (NoiseGrid grid : AlignYourSteps.sweeps(klub, edm, sweeps)) {
      course.add(new EarlyStopping(course.size(), klub.at(grid), frozen.at(grid), flow.at(grid)));
    }
    return course;
  }
}
