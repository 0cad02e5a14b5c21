/** Faces that users mark on their assets, and those that files name. */
@NullMarked
package app.heirloom.library.person.tagging;

import org.jspecify.annotations.NullMarked;
