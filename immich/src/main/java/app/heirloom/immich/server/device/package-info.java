/** What devices ask for beside Immich's API: which of their photos this server has, and had. */
@NullMarked
package app.heirloom.immich.server.device;

import org.jspecify.annotations.NullMarked;
