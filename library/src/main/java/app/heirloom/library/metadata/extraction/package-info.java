/** The stage that reads what a file says of itself. */
@NullMarked
package app.heirloom.library.metadata.extraction;

import org.jspecify.annotations.NullMarked;
