/** Text in pictures: the lines that a model reads, and where they stand. */
@NullMarked
package app.heirloom.library.text;

import org.jspecify.annotations.NullMarked;
