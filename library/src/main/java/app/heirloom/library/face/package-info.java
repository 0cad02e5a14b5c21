/** Faces in pictures: where they are, how good they are to recognise, and their embeddings. */
@NullMarked
package app.heirloom.library.face;

import org.jspecify.annotations.NullMarked;
