/** Finds duplicates on a photo server by what the photos themselves show, whatever the server says. */
@NullMarked
package app.heirloom.tools.finding;

import org.jspecify.annotations.NullMarked;
