/** Assets of a photo server and their bytes. */
@NullMarked
package app.heirloom.library.remote.asset;

import org.jspecify.annotations.NullMarked;
