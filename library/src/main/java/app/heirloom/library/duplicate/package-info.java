/** Duplicate groups: assets judged the same, and the act that ends a group. */
@NullMarked
package app.heirloom.library.duplicate;

import org.jspecify.annotations.NullMarked;
