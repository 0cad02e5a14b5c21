/** The command line: one class per command, printing, exit codes, and where options come from. */
@NullMarked
package app.heirloom.cli;

import org.jspecify.annotations.NullMarked;
