/** Reads dates, places, cameras and captions out of files and sidecars. */
@NullMarked
package app.heirloom.media.metadata;

import org.jspecify.annotations.NullMarked;
