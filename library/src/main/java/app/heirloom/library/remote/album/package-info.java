/** Albums and shared links of a photo server. */
@NullMarked
package app.heirloom.library.remote.album;

import org.jspecify.annotations.NullMarked;
