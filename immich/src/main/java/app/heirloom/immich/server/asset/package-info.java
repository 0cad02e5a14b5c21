/** Assets, their bytes, and the way out. */
@NullMarked
package app.heirloom.immich.server.asset;

import org.jspecify.annotations.NullMarked;
