/** External libraries as the wire has them. */
@NullMarked
package app.heirloom.immich.json.external;

import org.jspecify.annotations.NullMarked;
