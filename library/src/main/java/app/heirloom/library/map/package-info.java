/** Where assets were taken. */
@NullMarked
package app.heirloom.library.map;

import org.jspecify.annotations.NullMarked;
