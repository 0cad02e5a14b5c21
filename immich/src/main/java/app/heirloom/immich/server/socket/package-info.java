/** The websocket over which clients hear at once of what happens: socket.io 4 on Engine.IO 4, by websocket only. */
@NullMarked
package app.heirloom.immich.server.socket;

import org.jspecify.annotations.NullMarked;
