/** How faces are gathered into people: which are alike, and what was decided by hand. */
@NullMarked
package app.heirloom.library.recognition.gathering;

import org.jspecify.annotations.NullMarked;
