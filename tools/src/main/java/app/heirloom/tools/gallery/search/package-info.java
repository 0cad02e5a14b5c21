/** Finds photos in galleries by words, by likeness and by who is on them. */
@NullMarked
package app.heirloom.tools.gallery.search;

import org.jspecify.annotations.NullMarked;
