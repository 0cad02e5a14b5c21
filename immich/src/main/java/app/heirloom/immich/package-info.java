/** The Immich wire protocol and nothing else. */
@NullMarked
package app.heirloom.immich;

import org.jspecify.annotations.NullMarked;
