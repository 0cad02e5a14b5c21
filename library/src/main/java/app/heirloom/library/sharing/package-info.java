/** Shared links: albums or assets for whoever holds the link. */
@NullMarked
package app.heirloom.library.sharing;

import org.jspecify.annotations.NullMarked;
