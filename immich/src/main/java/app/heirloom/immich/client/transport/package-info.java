/** Calls over HTTP: what is sent and what comes back, with patience for slow, busy and failing servers. */
@NullMarked
package app.heirloom.immich.client.transport;

import org.jspecify.annotations.NullMarked;
