/** Tells what a file is by its content, and how large its picture is, without decoding it. */
@NullMarked
package app.heirloom.media.format;

import org.jspecify.annotations.NullMarked;
