/** Photo servers elsewhere: what workflows ask of any of them, whatever they speak. */
@NullMarked
package app.heirloom.library.remote;

import org.jspecify.annotations.NullMarked;
