/** What a server opens when it starts, and closes in order when it stops. */
@NullMarked
package app.heirloom.server.lifecycle;

import org.jspecify.annotations.NullMarked;
