/** What a benchmark is, how a measurement is told, and what is measured with: programs, servers, folders. */
@NullMarked
package app.heirloom.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
