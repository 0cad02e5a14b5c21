/** Settings and other documents of users and of the server. */
@NullMarked
package app.heirloom.library.user.document;

import org.jspecify.annotations.NullMarked;
