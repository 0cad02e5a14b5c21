/** Where a library is kept: rows in SQLite or PostgreSQL, bytes in files, and the proof that both belong together. */
@NullMarked
package app.heirloom.storage;

import org.jspecify.annotations.NullMarked;
