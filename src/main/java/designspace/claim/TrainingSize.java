package designspace.claim;

/**
 * The sizes that thm-1 and its lemmas speak of.
 *
 * @param points n
 * @param levels N
 * @param dimension d
 * @param width m
 * @param depth L
 */
record TrainingSize(int points, int levels, int dimension, int width, int depth) {}
