/** Finding the embeddings nearest to one among millions: a scan of short codes, then a look at the vectors themselves. */
@NullMarked
package app.heirloom.vectors.index;

import org.jspecify.annotations.NullMarked;
