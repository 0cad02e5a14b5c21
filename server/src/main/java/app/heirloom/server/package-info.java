/** The server: its configuration, the wiring of all modules, and the HTTP engine. */
@NullMarked
package app.heirloom.server;

import org.jspecify.annotations.NullMarked;
