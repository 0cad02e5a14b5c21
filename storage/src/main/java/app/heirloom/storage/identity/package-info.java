/** Caches of faces as NumPy's {@code .npz}, so that other tools read and write them too. */
@NullMarked
package app.heirloom.storage.identity;

import org.jspecify.annotations.NullMarked;
