/** The tools of the command line: duplicates, galleries, devices. */
@NullMarked
package app.heirloom.benchmarks.tool;

import org.jspecify.annotations.NullMarked;
