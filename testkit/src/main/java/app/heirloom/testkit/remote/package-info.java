/** A photo server in memory, by itself and behind HTTP, and what goes wrong with such servers. */
@NullMarked
package app.heirloom.testkit.remote;

import org.jspecify.annotations.NullMarked;
