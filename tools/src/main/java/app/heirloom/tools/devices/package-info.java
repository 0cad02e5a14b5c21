/** Compares a folder tree with a photo server, and carries deletions and new files over. */
@NullMarked
package app.heirloom.tools.devices;

import org.jspecify.annotations.NullMarked;
