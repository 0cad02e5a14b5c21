/** Staging: which pictures of a photo server show people well enough, downloaded once each. */
@NullMarked
package app.heirloom.tools.identities.staging;

import org.jspecify.annotations.NullMarked;
