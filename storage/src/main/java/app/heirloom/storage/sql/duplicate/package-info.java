/** The rows of duplicates: what is alike, what was judged, and what one asset took over from another. */
@NullMarked
package app.heirloom.storage.sql.duplicate;

import org.jspecify.annotations.NullMarked;
