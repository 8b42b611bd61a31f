package designspace.advice;

import designspace.schedule.NoiseGrid;

/**
 * A grid that might be taken instead.
 *
 * @param grid of as many steps between the same ends
 * @param nats its error
 * @param excess its error over that of the recommended grid, less 1
 */
public record Alternative(NoiseGrid grid, double nats, double excess) {
  /** The grid's usual name. */
  public String label() {
    String name = grid.recipe().name();
    return switch (name) {
      case "polynomial" -> "EDM, " + grid.recipe();
      case "exponential" -> "geometric";
      default -> name;
    };
  }
}
