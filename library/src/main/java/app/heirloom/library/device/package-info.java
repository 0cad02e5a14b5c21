/** Folder trees that are compared with a photo server: what they share, and which deletions may be carried over. */
@NullMarked
package app.heirloom.library.device;

import org.jspecify.annotations.NullMarked;
