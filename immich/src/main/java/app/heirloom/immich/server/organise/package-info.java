/** What brings order into assets: tags, stacks, duplicates, documents, and the work that is done again. */
@NullMarked
package app.heirloom.immich.server.organise;

import org.jspecify.annotations.NullMarked;
