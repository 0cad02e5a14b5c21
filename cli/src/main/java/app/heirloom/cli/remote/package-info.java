/** Which photo server a command speaks to, and with which key. */
@NullMarked
package app.heirloom.cli.remote;

import org.jspecify.annotations.NullMarked;
