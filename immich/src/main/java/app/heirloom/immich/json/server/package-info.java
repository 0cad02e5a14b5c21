/** The records of the wire in which a server speaks of itself and of its queues. */
@NullMarked
package app.heirloom.immich.json.server;

import org.jspecify.annotations.NullMarked;
