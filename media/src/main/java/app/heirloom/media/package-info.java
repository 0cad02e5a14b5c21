/** Pictures and videos: what they say of themselves, and their derivatives. */
@NullMarked
package app.heirloom.media;

import org.jspecify.annotations.NullMarked;
