/** Stacks: assets shown as one, with a primary asset. */
@NullMarked
package app.heirloom.library.stack;

import org.jspecify.annotations.NullMarked;
