/** Faces: detection, alignment, embedding. */
@NullMarked
package app.heirloom.inference.face;

import org.jspecify.annotations.NullMarked;
