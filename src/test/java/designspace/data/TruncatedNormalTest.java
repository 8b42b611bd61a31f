package designspace.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

class TruncatedNormalTest {
  /** low, width, ln mass, offset, mean, variance by adaptive quadrature with 40 digits. */
  private static final String REFERENCE =
      """
      -5.0e-10, 1.0e-9, -21.6422043701510839, 5.0e-10, 0, 8.33333333333333333e-20
      0, 1.0e-9, -21.6422043701510839, 5.0e-10, 5.0e-10, 8.33333333333333333e-20
      1000, 1e-9, -500021.642204870151, 4.99999916666666667e-10, 1000.0000000005, 8.33333333333291667e-20
      1000, 0.001, -500008.285369084609, 4.18023256117773894e-4, 1000.00041802325612, 7.93263995349600789e-8
      1000, 1, -500007.826694812184, 9.99998000009999926e-4, 1000.00099999800001, 9.99994000049999482e-7
      -1001, 1, -500007.826694812184, 0.99900000199999, -1000.00099999800001, 9.99994000049999482e-7
      1e8, 3, -5000000000000019.34, 9.999999999999998e-9, 100000000.00000001, 9.999999999999994e-17
      2, 3, -3.78319693375742719, 0.373180084953137649, 2.37318008495313765, 0.114180402029889169
      -1, 2, -0.381715146302126072, 1, 0, 0.291125094772793211
      -0.5, 0.3, -2.18744776003645855, 0.15261665535168078, -0.34738334464831922, 0.00747342687002956968
      -0.1, 30, -0.616505010115026293, 0.835331748505780668, 0.735331748505780668, 0.385754044788853263
      -3, 5, -0.0243951875548873461, 2.94921701032512103, -0.0507829896748789743, 0.87314863997540568
      -5, 3, -3.78319693375742719, 2.62681991504686235, -2.37318008495313765, 0.114180402029889169
      -30, 70, 0, 30, 0, 1
      30, 0.05, -454.572891717715439, 0.0189682867377375794, 30.0189682867377376, 1.86789597492102745e-4
      """;

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void agreesWithFortyDigits() {
    for (String line : REFERENCE.lines().toList()) {
      double[] row = numbers(line);
      TruncatedNormal cut = TruncatedNormal.of(row[0], row[1]);
      String name = row[0] + " to " + row[0] + " + " + row[1];
      // Relative, of a number that is itself a sum of rounded terms of its size.
      assertThat(cut.logMass()).as(name).isCloseTo(row[2], within(1e-14 * (1 + Math.abs(row[2]))));
      assertThat(cut.offset() / row[3]).as(name).isCloseTo(1, within(1e-13));
      assertThat(cut.mean()).as(name).isCloseTo(row[4], within(1e-14 * (1 + Math.abs(row[4]))));
      assertThat(cut.variance() / row[5]).as(name).isCloseTo(1, within(1e-13));
    }
  }

  /** Where nothing cancels, differences of normal cdfs and densities are an independent method. */
  @Property(seed = "1")
  void agreesWithTheTextbookFormulas(
      @ForAll @DoubleRange(min = -6, max = 1) double low,
      @ForAll @DoubleRange(min = 1, max = 20) @Scale(6) double width) {
    double high = low + width;
    double root = Math.sqrt(2);
    double mass = 0.5 * Erf.erf(low / root, high / root);
    double at = Math.exp(-low * low / 2) / Math.sqrt(2 * Math.PI) / mass;
    double to = Math.exp(-high * high / 2) / Math.sqrt(2 * Math.PI) / mass;
    TruncatedNormal cut = TruncatedNormal.of(low, width);
    // The mass may be as small as Φ(−5), 3e−7, and the formulas lose as many digits.
    assertThat(cut.logMass()).isCloseTo(Math.log(mass), within(1e-9));
    assertThat(cut.mean()).isCloseTo(at - to, within(1e-8));
    double variance = 1 + low * at - high * to - (at - to) * (at - to);
    assertThat(cut.variance()).isCloseTo(variance, within(1e-7));
  }
}
