/** People and faces as the wire shows them. */
@NullMarked
package app.heirloom.immich.json.people;

import org.jspecify.annotations.NullMarked;
