package app.heirloom.library.identity;

import java.util.List;

/**
 * The sets that there are, all of one model.
 *
 * @param canonical the user's, which faces may join
 * @param thin the user's that have too few faces: their faces are gathered again together with new ones
 * @param foreign other users' whose people need no second set
 * @param last the highest number that was ever given to a set
 */
public record KnownSets(List<IdentitySet> canonical, List<IdentitySet> thin, List<IdentitySet> foreign, int last) {
    public static final KnownSets NONE = new KnownSets(List.of(), List.of(), List.of(), 0);

    public KnownSets {
        canonical = List.copyOf(canonical);
        thin = List.copyOf(thin);
        foreign = List.copyOf(foreign);
    }
}
