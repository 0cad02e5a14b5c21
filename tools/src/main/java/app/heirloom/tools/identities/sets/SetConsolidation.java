package app.heirloom.tools.identities.sets;

import app.heirloom.library.identity.Consolidation;
import app.heirloom.library.identity.MergeProposal;
import java.util.List;

/** Finds sets that may be one person, makes them one, and two again. */
public final class SetConsolidation {
    private final SetStore store;

    public SetConsolidation(SetStore store) {
        this.store = store;
    }

    /**
     * What may be one, the most alike first.
     *
     * @param owner label of the user whose sets are compared
     * @param distance cosine distance up to which sets may be one
     */
    public List<MergeProposal> propose(String owner, double distance) {
        return new Consolidation(distance).propose(store.list(Shelf.CANONICAL, owner));
    }

    public void merge(MergeProposal proposal) {
        proposal.others().forEach(other -> store.merge(proposal.target(), other));
        store.writeManifest();
    }

    /** Makes the sets of their own again. */
    public void undo(List<Integer> sets) {
        sets.forEach(store::unmerge);
        store.writeManifest();
    }
}
