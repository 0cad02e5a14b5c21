/** Duplicates on a photo server: what to keep of each group, as a file that people may look at before anything is done. */
@NullMarked
package app.heirloom.tools.duplicates;

import org.jspecify.annotations.NullMarked;
