/** Looks for faces on pictures and in videos, and keeps what is known of them. */
@NullMarked
package app.heirloom.library.recognition.detection;

import org.jspecify.annotations.NullMarked;
