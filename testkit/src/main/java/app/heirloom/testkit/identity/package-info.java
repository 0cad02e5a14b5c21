/** Identities in memory. */
@NullMarked
package app.heirloom.testkit.identity;

import org.jspecify.annotations.NullMarked;
