/** News: what happened, told to whoever subscribed, and the identifiers that order changes. */
@NullMarked
package app.heirloom.library.event;

import org.jspecify.annotations.NullMarked;
