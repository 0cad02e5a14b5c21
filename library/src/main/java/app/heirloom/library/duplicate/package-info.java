/** Duplicate groups: assets judged the same, the act that ends a group, and what the kept one inherits by it. */
@NullMarked
package app.heirloom.library.duplicate;

import org.jspecify.annotations.NullMarked;
