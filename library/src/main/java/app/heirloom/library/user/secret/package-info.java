/** Passwords and tokens: made at random, kept as hashes, not tried too often. */
@NullMarked
package app.heirloom.library.user.secret;

import org.jspecify.annotations.NullMarked;
