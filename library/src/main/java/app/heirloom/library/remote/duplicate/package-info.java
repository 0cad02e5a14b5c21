/** Duplicate groups and stacks of a photo server. */
@NullMarked
package app.heirloom.library.remote.duplicate;

import org.jspecify.annotations.NullMarked;
