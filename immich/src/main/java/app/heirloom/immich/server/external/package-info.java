/** External libraries: folders of the server whose photos appear in somebody's library. */
@NullMarked
package app.heirloom.immich.server.external;

import org.jspecify.annotations.NullMarked;
