/** Which assets lie in which album, and who sees them there. */
@NullMarked
package app.heirloom.library.album.content;

import org.jspecify.annotations.NullMarked;
