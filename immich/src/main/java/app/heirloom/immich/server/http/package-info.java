/** What every operation shares: who calls, what was sent, how answers, files and failures go out. */
@NullMarked
package app.heirloom.immich.server.http;

import org.jspecify.annotations.NullMarked;
