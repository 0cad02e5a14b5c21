/** Albums, shared links and tags of a photo server. */
@NullMarked
package app.heirloom.library.remote.album;

import org.jspecify.annotations.NullMarked;
