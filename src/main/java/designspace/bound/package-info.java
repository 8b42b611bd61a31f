/**
 * One class per statement about the sampling error; each returns a {@link
 * designspace.bound.BoundReport} of named terms with the assumptions they rest on, never a bare
 * number. A printed formula stays beside its correction, each named for what it is.
 */
package designspace.bound;
