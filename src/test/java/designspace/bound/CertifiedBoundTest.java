package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.claim.RandomCase;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.data.Spread;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CertifiedBoundTest {
  private static final LinearSampler EQ_10 = LinearSampler.EXPONENTIAL_INTEGRATOR;

  /** On a Gaussian of known covariance nothing is given away, whatever its mean. */
  @Property(seed = "1", tries = 1000)
  void onGaussiansOfKnownCovarianceItIsAnIdentity(@ForAll long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    Gaussian data = RandomCase.gaussian(random);
    NoiseGrid grid = RandomCase.design(random).noiseGrid();
    BoundReport path = PathLedger.exactScore(EQ_10, data, grid);
    BoundReport bound = new CertifiedBound(Spread.of(data), grid).report();
    assertThat(bound.totalNats() / path.totalNats()).isCloseTo(1, within(1e-11));
  }

  /** Any share of the floor gives a bound, and knowing more never hurts by more than rounding. */
  @Property(seed = "2", tries = 2000)
  void everyShareOfTheFloorCertifies(@ForAll long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    Gaussian data = RandomCase.gaussian(random);
    NoiseGrid grid = RandomCase.design(random).noiseGrid();
    double path = PathLedger.exactScore(EQ_10, data, grid).totalNats();
    double share = random.nextDouble();
    double bound = new CertifiedBound(Spread.of(data).withFloor(share), grid).report().totalNats();
    assertThat(bound).isGreaterThanOrEqualTo(path * (1 - 1e-12));
    double spectrum = new CertifiedBound(Spread.of(data).withFloor(0), grid).report().totalNats();
    Spread pooled = Spread.pooled(data.dimension(), data.secondMoment());
    double least = new CertifiedBound(pooled, grid).report().totalNats();
    assertThat(spectrum).isGreaterThanOrEqualTo(path * (1 - 1e-12));
    assertThat(spectrum).isLessThanOrEqualTo(least * (1 + 1e-12));
  }

  @Property(seed = "3", tries = 200)
  void itHoldsOnMixtures(@ForAll long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    GaussianMixture data = RandomCase.mixture(random);
    NoiseGrid grid = RandomCase.design(random).noiseGrid();
    double path = PathLedger.exactScore(data, grid).totalNats();
    double bound =
        new CertifiedBound(Spread.of(data).withFloor(random.nextDouble()), grid)
            .report()
            .totalNats();
    double full = new CertifiedBound(Spread.of(data), grid).report().totalNats();
    // The ledger is a difference of entropies of order 1.
    assertThat(bound).isGreaterThanOrEqualTo(path - 1e-11);
    assertThat(full).isGreaterThanOrEqualTo(path - 1e-11);
  }

  @Property(seed = "4", tries = 1000)
  void logConcaveDataNeedTheGrowthAlone(@ForAll long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    Gaussian data = RandomCase.gaussian(random);
    NoiseGrid grid = RandomCase.design(random).noiseGrid();
    double path = PathLedger.exactScore(EQ_10, data, grid).totalNats();
    BoundReport bound = new CertifiedBound(Spread.of(data), grid).logConcave();
    assertThat(bound.totalNats()).isGreaterThanOrEqualTo(path * (1 - 1e-12));
  }

  /** Two far narrow bumps are not log-concave, and there the growth alone is no bound. */
  @Test
  void withoutLogConcavityTheGrowthAloneFails() {
    GaussianMixture data =
        GaussianMixture.of(
            new double[] {1, 1},
            Gaussian.isotropic(new double[] {-1}, 0.01),
            Gaussian.isotropic(new double[] {1}, 0.01));
    // Here the posterior collapses to one bump, and mmse/τ² falls on the way down.
    NoiseGrid grid = NoiseGrid.of(0.55, 0.32);
    double discretization = PathLedger.exactScore(data, grid).nats(Term.Part.DISCRETIZATION);
    CertifiedBound bound = new CertifiedBound(Spread.of(data), grid);
    assertThat(bound.logConcave().nats(Term.Part.DISCRETIZATION)).isLessThan(discretization);
    assertThat(bound.report().nats(Term.Part.DISCRETIZATION)).isGreaterThan(discretization);
  }

  @Test
  void spreadsAreChecked() {
    assertThatThrownBy(() -> new Spread.Direction(1, 1, 2))
        .hasMessageContaining("floor = 2.0: expected at most the variance, 1.0");
    assertThatThrownBy(() -> new Spread.Direction(0, 1, 0)).hasMessageContaining("multiplicity");
    assertThatThrownBy(() -> new Spread(Double.NaN, List.of(new Spread.Direction(1, 1, 0))))
        .hasMessageContaining("squaredMean = NaN");
    Spread spread = Spread.of(Gaussian.isotropic(new double[] {3, 4}, 2));
    assertThat(spread.secondMoment()).isEqualTo(33);
    assertThat(spread.dimension()).isEqualTo(2);
    assertThatThrownBy(() -> spread.withFloor(1.5)).hasMessageContaining("share = 1.5");
  }
}
