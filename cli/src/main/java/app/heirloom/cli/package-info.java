/** The command line: the tree of commands, the server's own, and where options come from. */
@NullMarked
package app.heirloom.cli;

import org.jspecify.annotations.NullMarked;
