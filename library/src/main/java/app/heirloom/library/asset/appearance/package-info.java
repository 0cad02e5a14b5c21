/** How an asset looks before its pictures are there: its size and a blurred impression. */
@NullMarked
package app.heirloom.library.asset.appearance;

import org.jspecify.annotations.NullMarked;
