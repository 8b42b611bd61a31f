package designspace.study;

/**
 * The settings of one network of the study.
 *
 * @param law what it learns
 * @param model how it is read
 * @param weighting what training weights
 * @param steps of Adam, each number of steps a training of its own
 * @param seed of network, minibatches and samples; 0, 1, …
 */
public record NetworkSettings(
    StudyLaw law, StudyModel model, StudyWeighting weighting, int steps, int seed) {}
