/** Commands on models: which there are, and how good they are. */
@NullMarked
package app.heirloom.cli.model;

import org.jspecify.annotations.NullMarked;
