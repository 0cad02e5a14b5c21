/** Texts brought to the numbers that a network wants. */
@NullMarked
package app.heirloom.inference.token;

import org.jspecify.annotations.NullMarked;
