/** Folders as they lie on the disk: what is in them, in which order, and what is left out. */
@NullMarked
package app.heirloom.library.external.folder;

import org.jspecify.annotations.NullMarked;
