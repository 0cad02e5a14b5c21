/** How users prove who they are, and how long that holds: passwords, PIN codes, sessions and API keys. */
@NullMarked
package app.heirloom.library.user.login;

import org.jspecify.annotations.NullMarked;
