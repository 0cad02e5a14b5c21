/** The rows of faces and people: what models found, who it is, and what was decided by hand. */
@NullMarked
package app.heirloom.storage.sql.person;

import org.jspecify.annotations.NullMarked;
