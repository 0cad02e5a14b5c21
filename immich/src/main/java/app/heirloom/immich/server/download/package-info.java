/** Many originals in archives. */
@NullMarked
package app.heirloom.immich.server.download;

import org.jspecify.annotations.NullMarked;
