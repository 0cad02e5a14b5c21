/** Who may see or change which assets. */
@NullMarked
package app.heirloom.library.asset.access;

import org.jspecify.annotations.NullMarked;
