/** What is said of a person: a name, a birth date, how it is shown. */
@NullMarked
package app.heirloom.library.person.profile;

import org.jspecify.annotations.NullMarked;
