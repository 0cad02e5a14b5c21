/** The upload: a form that is read as it arrives, without a temporary copy. */
@NullMarked
package app.heirloom.immich.server.upload;

import org.jspecify.annotations.NullMarked;
