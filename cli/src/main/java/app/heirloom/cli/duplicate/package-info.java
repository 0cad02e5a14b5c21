/** The commands of {@code heirloom dupes}. */
@NullMarked
package app.heirloom.cli.duplicate;

import org.jspecify.annotations.NullMarked;
