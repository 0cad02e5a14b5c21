/** The dated view. */
@NullMarked
package app.heirloom.immich.server.timeline;

import org.jspecify.annotations.NullMarked;
