package app.heirloom.tools.identities.people;

import app.heirloom.library.identity.IdentitySet;
import java.util.List;

/**
 * A set, as far as a photo server found its faces.
 *
 * @param missing faces that the server did not find, or whose assets are gone
 */
record MatchedSet(IdentitySet set, List<FaceMatch> matches, int missing) {
    MatchedSet {
        matches = List.copyOf(matches);
    }
}
