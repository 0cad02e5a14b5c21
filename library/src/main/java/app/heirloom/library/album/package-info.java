/** Albums: assets gathered under a name, for oneself or with others. */
@NullMarked
package app.heirloom.library.album;

import org.jspecify.annotations.NullMarked;
