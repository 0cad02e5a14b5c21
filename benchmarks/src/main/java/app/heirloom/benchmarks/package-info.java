/** Side-by-side measurements of a real server, each printing ratios; run by {@code benchmarks/run}. */
@NullMarked
package app.heirloom.benchmarks;

import org.jspecify.annotations.NullMarked;
