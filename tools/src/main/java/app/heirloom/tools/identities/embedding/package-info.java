/** Embedding: workers, here and elsewhere, look at the pictures that were staged, each once. */
@NullMarked
package app.heirloom.tools.identities.embedding;

import org.jspecify.annotations.NullMarked;
