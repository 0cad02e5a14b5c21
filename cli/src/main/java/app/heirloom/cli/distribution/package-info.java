/** What is delivered with this program beside its jars, and how its users name another. */
@NullMarked
package app.heirloom.cli.distribution;

import org.jspecify.annotations.NullMarked;
