/** The operations on shared links. */
@NullMarked
package app.heirloom.immich.server.sharing;

import org.jspecify.annotations.NullMarked;
