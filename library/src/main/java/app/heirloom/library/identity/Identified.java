package app.heirloom.library.identity;

import java.util.List;
import java.util.NavigableMap;

/**
 * What came out of an identification.
 *
 * @param founded sets that are new, in the order of their numbers
 * @param grown sets that got faces
 * @param absorbed thin sets that became part of another one, by number: the other's number
 * @param covered by the number of each set that there was, how many faces are near its anchors
 */
public record Identified(
        List<IdentitySet> founded,
        List<IdentitySet> grown,
        NavigableMap<Integer, Integer> absorbed,
        NavigableMap<Integer, Integer> covered,
        Counts counts) {

    public Identified {
        founded = List.copyOf(founded);
        grown = List.copyOf(grown);
    }

    /**
     * Where all faces went; they add up.
     *
     * @param known in a set before
     * @param joined a set that there was
     * @param foreign covered by another user's set
     * @param founding in a new set
     * @param poor too small, blurred, from the side or unsure to be in any set, or a face of the same picture once more
     * @param alone like too few others
     */
    public record Counts(long known, long joined, long foreign, long founding, long poor, long alone) {
        public long all() {
            return known + joined + foreign + founding + poor + alone;
        }
    }
}
