/** Faces become people: which are alike, and how they are gathered. */
@NullMarked
package app.heirloom.vectors.face;

import org.jspecify.annotations.NullMarked;
