/** One photo or video of one user: its original, its files, its states, and where bytes live. */
@NullMarked
package app.heirloom.library.asset;

import org.jspecify.annotations.NullMarked;
