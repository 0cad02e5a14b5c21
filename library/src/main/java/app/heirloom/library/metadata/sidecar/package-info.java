/** The XMP file beside an original. */
@NullMarked
package app.heirloom.library.metadata.sidecar;

import org.jspecify.annotations.NullMarked;
