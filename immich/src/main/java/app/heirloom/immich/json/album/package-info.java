/** Albums as the wire writes them. */
@NullMarked
package app.heirloom.immich.json.album;

import org.jspecify.annotations.NullMarked;
