/** Ends duplicate groups on a photo server without losing anything, checks that, and brings everything back. */
@NullMarked
package app.heirloom.tools.resolution;

import org.jspecify.annotations.NullMarked;
