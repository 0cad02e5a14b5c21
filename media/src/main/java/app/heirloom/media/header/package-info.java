/** What a renderer must know of a picture before it is decoded: its size, transparency and colours. */
@NullMarked
package app.heirloom.media.header;

import org.jspecify.annotations.NullMarked;
