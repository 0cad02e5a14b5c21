/** The rows of users: accounts, sessions, keys, settings, and what goes with them. */
@NullMarked
package app.heirloom.storage.sql.user;

import org.jspecify.annotations.NullMarked;
