/** How many assets there are, and how much room they take. */
@NullMarked
package app.heirloom.library.asset.usage;

import org.jspecify.annotations.NullMarked;
