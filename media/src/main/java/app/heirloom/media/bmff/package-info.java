/** Walks the boxes of ISO base media files: HEIC, AVIF, MP4, QuickTime. */
@NullMarked
package app.heirloom.media.bmff;

import org.jspecify.annotations.NullMarked;
