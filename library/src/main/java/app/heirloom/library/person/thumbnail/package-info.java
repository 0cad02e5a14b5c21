/** The small pictures of people, cut out of previews. */
@NullMarked
package app.heirloom.library.person.thumbnail;

import org.jspecify.annotations.NullMarked;
