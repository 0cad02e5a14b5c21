/** What brings order into assets: tags, stacks, duplicates, documents, and the queues that work on them. */
@NullMarked
package app.heirloom.immich.json.organise;

import org.jspecify.annotations.NullMarked;
