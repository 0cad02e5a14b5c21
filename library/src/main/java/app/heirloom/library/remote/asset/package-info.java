/** Assets of a photo server: what is known of them, their tags and their bytes. */
@NullMarked
package app.heirloom.library.remote.asset;

import org.jspecify.annotations.NullMarked;
