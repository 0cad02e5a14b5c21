/** Indexes folders of photos in place, and makes people and search out of the index. */
@NullMarked
package app.heirloom.tools.gallery;

import org.jspecify.annotations.NullMarked;
