package designspace.study;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How much of the study is run. */
public enum StudySize {
  /** Three laws, two weightings, five seeds, six levels of training. */
  QUICK,
  /**
   * All five laws and three weightings, eq-8's networks on two laws; six seeds, up to seven levels.
   */
  FULL;

  int seeds() {
    return this == QUICK ? 5 : 6;
  }

  int batch() {
    return this == QUICK ? 128 : 256;
  }

  int samples() {
    return this == QUICK ? 500 : 1000;
  }

  /** Numbers of steps that are sampled. */
  public int[] sampled() {
    return this == QUICK ? new int[] {5, 20} : new int[] {5, 20, 40, 200};
  }

  /** Steps of Adam in the plane, of the networks that the verdict compares. */
  public int[] training() {
    int[] shorter = shorterTraining();
    return this == QUICK
        ? shorter
        : IntStream.concat(Arrays.stream(shorter), IntStream.of(32_768)).toArray();
  }

  /** Steps of the others. */
  public int[] shorterTraining() {
    return new int[] {8, 32, 128, 512, 2048, this == QUICK ? 4096 : 8192};
  }
}
