/** Face detection and recognition: from a photo to its faces, from all faces to people, with what was decided by hand. */
@NullMarked
package app.heirloom.library.recognition;

import org.jspecify.annotations.NullMarked;
