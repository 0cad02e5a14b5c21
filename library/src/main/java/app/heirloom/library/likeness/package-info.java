/** How alike two pictures look: what remains of them after resizing, re-encoding, brightening and cropping. */
@NullMarked
package app.heirloom.library.likeness;

import org.jspecify.annotations.NullMarked;
