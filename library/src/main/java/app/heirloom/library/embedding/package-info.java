/** Embeddings: what a model makes of a picture, a text or a face, so that likeness becomes a number. */
@NullMarked
package app.heirloom.library.embedding;

import org.jspecify.annotations.NullMarked;
