/** Archives of many originals. */
@NullMarked
package app.heirloom.library.download;

import org.jspecify.annotations.NullMarked;
