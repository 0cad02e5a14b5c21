/** People and their credentials: users, quotas, sessions, API keys and permissions. */
@NullMarked
package app.heirloom.library.user;

import org.jspecify.annotations.NullMarked;
