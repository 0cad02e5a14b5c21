/** The operations on albums. */
@NullMarked
package app.heirloom.immich.server.album;

import org.jspecify.annotations.NullMarked;
