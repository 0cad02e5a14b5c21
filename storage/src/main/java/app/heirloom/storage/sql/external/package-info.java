/** The rows of external libraries and their files. */
@NullMarked
package app.heirloom.storage.sql.external;

import org.jspecify.annotations.NullMarked;
