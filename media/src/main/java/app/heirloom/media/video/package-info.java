/** What is particular to videos: probing them and choosing the frame that stands for them. */
@NullMarked
package app.heirloom.media.video;

import org.jspecify.annotations.NullMarked;
