/** The rows of galleries: files, contents, and the people in them. */
@NullMarked
package app.heirloom.storage.sql.gallery;

import org.jspecify.annotations.NullMarked;
