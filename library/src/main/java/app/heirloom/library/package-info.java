/** The domain of a photo library: types, rules, use cases and ports, in features that import only from lower rows. */
@NullMarked
package app.heirloom.library;

import org.jspecify.annotations.NullMarked;
