/** Runs ffmpeg and ffprobe as child processes that can neither hang, nor hoard memory, nor outlive their time. */
@NullMarked
package app.heirloom.media.program;

import org.jspecify.annotations.NullMarked;
