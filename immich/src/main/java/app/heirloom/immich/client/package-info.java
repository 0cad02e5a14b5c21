/** Immich's API from the other end: any server that speaks it, of version 2.7 or 3, as a photo server. */
@NullMarked
package app.heirloom.immich.client;

import org.jspecify.annotations.NullMarked;
