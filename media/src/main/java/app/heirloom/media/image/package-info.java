/** Turns an original into preview, thumbnail and thumbhash. */
@NullMarked
package app.heirloom.media.image;

import org.jspecify.annotations.NullMarked;
