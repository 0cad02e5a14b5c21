/** The operations of the Immich API: one table, and one class per area that answers them. */
@NullMarked
package app.heirloom.immich.server;

import org.jspecify.annotations.NullMarked;
