/** Folders that hold what was taken off a photo server, and a journal of how, so that all of it can go back. */
@NullMarked
package app.heirloom.tools.backup;

import org.jspecify.annotations.NullMarked;
