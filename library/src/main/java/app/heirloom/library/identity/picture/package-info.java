/** The pictures that were looked at, and the faces on them. */
@NullMarked
package app.heirloom.library.identity.picture;

import org.jspecify.annotations.NullMarked;
