/** Shared links as the wire writes them. */
@NullMarked
package app.heirloom.immich.json.sharing;

import org.jspecify.annotations.NullMarked;
