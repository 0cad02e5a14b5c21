/** Criteria as SQL, and what they find. */
@NullMarked
package app.heirloom.storage.sql.search;

import org.jspecify.annotations.NullMarked;
