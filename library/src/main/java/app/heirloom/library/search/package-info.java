/** Finding assets by what is known of them. */
@NullMarked
package app.heirloom.library.search;

import org.jspecify.annotations.NullMarked;
