/** Which deletions on a device may be carried over to the server, and how many at once. */
@NullMarked
package app.heirloom.library.device.deletion;

import org.jspecify.annotations.NullMarked;
