/** The server itself: what it is and can, its queues, its external libraries. */
@NullMarked
package app.heirloom.immich.server.system;

import org.jspecify.annotations.NullMarked;
