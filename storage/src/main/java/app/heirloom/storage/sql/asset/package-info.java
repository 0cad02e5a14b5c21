/** The rows of assets and of what hangs on each: files, metadata, texts, embeddings, stacks and tags. */
@NullMarked
package app.heirloom.storage.sql.asset;

import org.jspecify.annotations.NullMarked;
