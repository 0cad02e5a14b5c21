/** The records of the wire about assets: as listed, uploaded, searched and counted. */
@NullMarked
package app.heirloom.immich.json.asset;

import org.jspecify.annotations.NullMarked;
