/** Finding assets. */
@NullMarked
package app.heirloom.immich.server.search;

import org.jspecify.annotations.NullMarked;
