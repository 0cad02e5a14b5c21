/** What phones and devices lack: changes after a checkpoint, and what the library holds of a device. */
@NullMarked
package app.heirloom.storage.sql.sync;

import org.jspecify.annotations.NullMarked;
