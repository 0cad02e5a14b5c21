/** What devices are told; no part of Immich's API. */
@NullMarked
package app.heirloom.immich.json.device;

import org.jspecify.annotations.NullMarked;
