/** Identities: who is on pictures that were taken from a photo server, as sets of faces that keep their numbers. */
@NullMarked
package app.heirloom.library.identity;

import org.jspecify.annotations.NullMarked;
