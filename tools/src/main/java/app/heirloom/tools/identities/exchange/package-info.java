/** The queue of pictures over HTTP, for workers without a disk in common with the staging machine. */
@NullMarked
package app.heirloom.tools.identities.exchange;

import org.jspecify.annotations.NullMarked;
