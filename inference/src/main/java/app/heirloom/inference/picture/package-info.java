/** Pictures brought to the size and the numbers that a network wants. */
@NullMarked
package app.heirloom.inference.picture;

import org.jspecify.annotations.NullMarked;
