/** Records of the sync stream. Dates are always with milliseconds and Z, and every field is there, if only as null. */
@NullMarked
package app.heirloom.immich.json.sync;

import org.jspecify.annotations.NullMarked;
