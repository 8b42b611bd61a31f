package designspace.vector;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * a·b + c in one instruction where the processor has it: {@code Math.fma} is a thousand times
 * slower where it has not.
 */
final class MultiplyAdd {
  private static final boolean FUSED = isFused();

  private MultiplyAdd() {}

  private static boolean isFused() {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    try {
      return machine != null && Boolean.parseBoolean(machine.getVMOption("UseFMA").getValue());
    } catch (IllegalArgumentException unknownOption) {
      return false;
    }
  }

  /** a·b + c, rounded once if fused, else twice; the same choice throughout a process. */
  static double of(double a, double b, double c) {
    return FUSED ? Math.fma(a, b, c) : a * b + c;
  }
}
