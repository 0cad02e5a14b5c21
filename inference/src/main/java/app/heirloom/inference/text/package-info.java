/** Text in pictures: where it stands, which way up, and what it says. */
@NullMarked
package app.heirloom.inference.text;

import org.jspecify.annotations.NullMarked;
