/** The sync stream: what a client must add, change and forget since it last asked. */
@NullMarked
package app.heirloom.library.sync;

import org.jspecify.annotations.NullMarked;
