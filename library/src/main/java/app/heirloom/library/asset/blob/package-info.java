/** Where bytes live: how they come, are found and go. */
@NullMarked
package app.heirloom.library.asset.blob;

import org.jspecify.annotations.NullMarked;
