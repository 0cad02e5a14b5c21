/** The sync stream: lines of JSON that clients apply in order, and what they acknowledge of them. */
@NullMarked
package app.heirloom.immich.server.sync;

import org.jspecify.annotations.NullMarked;
