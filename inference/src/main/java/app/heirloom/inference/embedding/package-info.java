/** The two towers of smart search: networks that bring pictures and texts to one space. */
@NullMarked
package app.heirloom.inference.embedding;

import org.jspecify.annotations.NullMarked;
