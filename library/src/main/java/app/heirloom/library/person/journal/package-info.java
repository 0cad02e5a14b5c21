/** What was done to people and can be undone: merges, and the journal of all such acts. */
@NullMarked
package app.heirloom.library.person.journal;

import org.jspecify.annotations.NullMarked;
