package app.heirloom.library.duplicate;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remembers which assets their owner does not take for duplicates, by their contents. Called inside transactions. */
public final class Dismissals {
    private final DismissalRepository repository;

    public Dismissals(DismissalRepository repository) {
        this.repository = repository;
    }

    /** No two of them are duplicates. */
    public void dismiss(UserId owner, List<Asset> assets) {
        repository.add(owner, pairs(assets));
    }

    /** None of the ones is a duplicate of any of the others; among themselves each may be. */
    void dismiss(UserId owner, Collection<Asset> ones, Collection<Asset> others) {
        Set<ContentPair> pairs = new HashSet<>();
        for (Asset other : others) {
            if (!ones.contains(other)) {
                ones.forEach(one -> pairs.add(ContentPair.of(content(one), content(other))));
            }
        }
        repository.add(owner, pairs);
    }

    /** They may be duplicates again. */
    public void takeBack(UserId owner, List<Asset> assets) {
        repository.remove(owner, pairs(assets));
    }

    private static Set<ContentPair> pairs(List<Asset> assets) {
        Set<ContentPair> pairs = new HashSet<>();
        for (int i = 0; i < assets.size(); i++) {
            for (Asset other : assets.subList(i + 1, assets.size())) {
                pairs.add(ContentPair.of(content(assets.get(i)), content(other)));
            }
        }
        return pairs;
    }

    private static Checksum content(Asset asset) {
        return asset.original().checksum();
    }
}
