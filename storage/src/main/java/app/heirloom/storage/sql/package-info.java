/** The repositories over SQLite and PostgreSQL: one class of plain SQL for each feature, one dialect for each database. */
@NullMarked
package app.heirloom.storage.sql;

import org.jspecify.annotations.NullMarked;
