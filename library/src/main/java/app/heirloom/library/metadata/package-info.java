/** What a file says of itself: capture time, place, camera, caption; and the stage that extracts it. */
@NullMarked
package app.heirloom.library.metadata;

import org.jspecify.annotations.NullMarked;
