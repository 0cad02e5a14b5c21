/** Numbers that are compared: distances, nearest neighbours, clustering. */
@NullMarked
package app.heirloom.vectors;

import org.jspecify.annotations.NullMarked;
