/** People and faces of a photo server. */
@NullMarked
package app.heirloom.library.remote.person;

import org.jspecify.annotations.NullMarked;
