/** What a command says at its end and on its way: results, how far it is, and exit codes. */
@NullMarked
package app.heirloom.cli.terminal;

import org.jspecify.annotations.NullMarked;
