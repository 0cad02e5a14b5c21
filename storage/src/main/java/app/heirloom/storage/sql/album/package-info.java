/** The rows of albums, their members and contents, and of shared links. */
@NullMarked
package app.heirloom.storage.sql.album;

import org.jspecify.annotations.NullMarked;
