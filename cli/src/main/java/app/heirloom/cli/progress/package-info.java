/** How far a command is, shown on terminals and told in logs. */
@NullMarked
package app.heirloom.cli.progress;

import org.jspecify.annotations.NullMarked;
