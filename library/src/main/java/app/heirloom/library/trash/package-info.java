/** The way out: active, trashed, deleted; with restore, retention and permanent removal. */
@NullMarked
package app.heirloom.library.trash;

import org.jspecify.annotations.NullMarked;
