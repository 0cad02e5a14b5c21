/** What became of each duplicate group, and of all. */
@NullMarked
package app.heirloom.tools.resolution.report;

import org.jspecify.annotations.NullMarked;
