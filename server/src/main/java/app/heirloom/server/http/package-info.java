/** Listens for HTTP, and sends browsers the page. */
@NullMarked
package app.heirloom.server.http;

import org.jspecify.annotations.NullMarked;
