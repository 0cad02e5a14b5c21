/** How users are made, changed and removed. */
@NullMarked
package app.heirloom.library.user.administration;

import org.jspecify.annotations.NullMarked;
