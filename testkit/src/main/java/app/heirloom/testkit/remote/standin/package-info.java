/** The photo server in memory behind HTTP, and what goes wrong with such servers. */
@NullMarked
package app.heirloom.testkit.remote.standin;

import org.jspecify.annotations.NullMarked;
