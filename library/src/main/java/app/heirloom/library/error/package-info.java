/** How failures are expressed: one exception, few codes, each mapped to HTTP and exit codes in one place. */
@NullMarked
package app.heirloom.library.error;

import org.jspecify.annotations.NullMarked;
