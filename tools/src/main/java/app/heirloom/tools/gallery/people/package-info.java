/** Makes people out of the faces in galleries, and keeps what is said of them by hand. */
@NullMarked
package app.heirloom.tools.gallery.people;

import org.jspecify.annotations.NullMarked;
