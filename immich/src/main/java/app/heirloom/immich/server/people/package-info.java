/** People and faces. */
@NullMarked
package app.heirloom.immich.server.people;

import org.jspecify.annotations.NullMarked;
