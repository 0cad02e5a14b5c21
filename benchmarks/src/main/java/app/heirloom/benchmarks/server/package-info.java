/** The server beside what its speed can be: start, memory, uploads, previews, the timeline, search, scans, sync. */
@NullMarked
package app.heirloom.benchmarks.server;

import org.jspecify.annotations.NullMarked;
