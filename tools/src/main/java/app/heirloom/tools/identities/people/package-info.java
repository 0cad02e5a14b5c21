/** Tells a photo server who is on its pictures, as identity sets have it, and takes that back. */
@NullMarked
package app.heirloom.tools.identities.people;

import org.jspecify.annotations.NullMarked;
