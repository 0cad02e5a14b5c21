/** What is done once a day, when the house sleeps. */
@NullMarked
package app.heirloom.server.nightly;

import org.jspecify.annotations.NullMarked;
