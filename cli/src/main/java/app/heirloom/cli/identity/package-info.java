/** The commands {@code heirloom identities}. */
@NullMarked
package app.heirloom.cli.identity;

import org.jspecify.annotations.NullMarked;
