/** Duplicate groups judged: what a verdict would do, doing it, and for thirty days the way back. */
@NullMarked
package app.heirloom.library.resolution;

import org.jspecify.annotations.NullMarked;
