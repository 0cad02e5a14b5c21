/** Getting in: accounts, logins, sessions, API keys, users. */
@NullMarked
package app.heirloom.immich.server.account;

import org.jspecify.annotations.NullMarked;
