/** External libraries: folders indexed in place, read-only. */
@NullMarked
package app.heirloom.library.external;

import org.jspecify.annotations.NullMarked;
