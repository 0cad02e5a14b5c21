/** Workflows over a photo server or a folder, each in a package of its own. Nothing here talks to a terminal. */
@NullMarked
package app.heirloom.tools;

import org.jspecify.annotations.NullMarked;
