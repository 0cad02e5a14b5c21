/** The derived images of an asset: preview, thumbnail and thumbhash; and the stage that makes them. */
@NullMarked
package app.heirloom.library.preview;

import org.jspecify.annotations.NullMarked;
