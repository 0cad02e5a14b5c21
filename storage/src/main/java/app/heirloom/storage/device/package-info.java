/** The state of devices, in one SQLite file each. */
@NullMarked
package app.heirloom.storage.device;

import org.jspecify.annotations.NullMarked;
