/** Tags: a hierarchy of words that an owner puts on assets. */
@NullMarked
package app.heirloom.library.tag;

import org.jspecify.annotations.NullMarked;
