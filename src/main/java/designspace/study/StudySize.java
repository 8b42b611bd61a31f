package designspace.study;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How much of the study is run. */
public enum StudySize {
  /** Three laws, two weightings, five seeds, six levels of training. */
  QUICK,
  /** Every law, weighting and model, six seeds, six or seven levels of training. */
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
    return this == QUICK ? new int[] {5, 20} : new int[] {5, 20, 50, 200};
  }

  /** Steps of Adam of the networks that the verdict compares. */
  public int[] training() {
    int[] shorter = shorterTraining();
    return this == QUICK
        ? shorter
        : IntStream.concat(Arrays.stream(shorter), IntStream.of(32_768)).toArray();
  }

  /** Steps of the others. */
  public int[] shorterTraining() {
    return new int[] {8, 32, 128, 512, 2048, 8192};
  }
}
