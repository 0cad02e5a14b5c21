/** Carries deletions on a device over to the server, and back. */
@NullMarked
package app.heirloom.tools.devices.deletion;

import org.jspecify.annotations.NullMarked;
