/**
 * What a notebook shows: charts (XChart), tables (Tablesaw), claims. The only package that knows a
 * charting, table or kernel library.
 *
 * <p>Decisions: a value that is the last expression of a cell renders itself; {@link
 * designspace.notebook.Kit#show} shows several. A kernel finds {@link
 * designspace.notebook.KitExtension} in the jar (JJava) or is told once by {@link
 * designspace.notebook.Kit#install} (classic IJava); both are reached by reflection, since their
 * interfaces are the same under two package names. Every figure carries its numbers as CSV beside
 * its image, so that a re-run can be compared number by number and a reader can plot them anew.
 */
package designspace.notebook;
