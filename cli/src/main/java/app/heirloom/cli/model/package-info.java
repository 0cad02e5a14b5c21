/** Models: which there are, how good they are, and which one a command uses. */
@NullMarked
package app.heirloom.cli.model;

import org.jspecify.annotations.NullMarked;
