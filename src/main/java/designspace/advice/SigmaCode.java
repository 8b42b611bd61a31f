package designspace.advice;

import designspace.schedule.NoiseGrid;

/** A grid as code to copy, levels to five significant digits. */
public final class SigmaCode {
  private static final int DIGITS = 5;

  private SigmaCode() {}

  /** A PyTorch tensor; samplers such as EDM's append σ = 0. */
  public static String pyTorch(NoiseGrid grid, boolean endInZero) {
    String levels = Say.levels(grid.sigmas(), DIGITS) + (endInZero ? ", 0.0" : "");
    return "sigmas = torch.tensor([" + levels + "])";
  }

  /** A grid of this kit. */
  public static String java(NoiseGrid grid, String name) {
    String levels = Say.levels(grid.sigmas(), DIGITS);
    return "NoiseGrid grid = NoiseGrid.named(\"" + name + "\", " + levels + ");";
  }
}
