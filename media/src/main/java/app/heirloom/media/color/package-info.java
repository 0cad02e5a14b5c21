/** Colour profiles: finds them in originals and puts them into derivatives. */
@NullMarked
package app.heirloom.media.color;

import org.jspecify.annotations.NullMarked;
