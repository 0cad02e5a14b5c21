package app.heirloom.tools.identities.sets;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.identity.Consolidation;
import app.heirloom.library.identity.IdentitySet;
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

    /** Makes sets of the user that became part of others sets of their own again. */
    public void undo(String owner, List<Integer> sets) {
        List<Integer> merged = store.list(Shelf.MERGED, owner).stream()
                .map(IdentitySet::number)
                .toList();
        sets.stream().filter(set -> !merged.contains(set)).findFirst().ifPresent(set -> {
            throw ErrorCode.INVALID.exception("The user " + owner + " has no identity set " + set
                    + " that became part of another one; these did: " + merged);
        });
        sets.forEach(store::unmerge);
        store.writeManifest();
    }
}
