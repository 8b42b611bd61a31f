/** Experiments. */
package designspace.experiment;
