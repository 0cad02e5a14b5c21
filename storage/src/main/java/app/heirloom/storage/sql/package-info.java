/**
 * The repositories over SQLite and PostgreSQL: one class of plain SQL for each port, one package for each family of
 * features. {@link app.heirloom.storage.sql.SqlStorage} hands them out; nobody else makes one.
 */
@NullMarked
package app.heirloom.storage.sql;

import org.jspecify.annotations.NullMarked;
