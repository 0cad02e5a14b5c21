/** Trials of a pack: whether its networks are what the descriptor says, and are fed as they should be. */
@NullMarked
package app.heirloom.inference.check;

import org.jspecify.annotations.NullMarked;
