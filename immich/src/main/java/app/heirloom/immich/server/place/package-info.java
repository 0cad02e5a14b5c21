/** Assets by where they were taken, and by where their files lie. */
@NullMarked
package app.heirloom.immich.server.place;

import org.jspecify.annotations.NullMarked;
