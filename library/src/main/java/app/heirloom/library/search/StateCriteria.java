package app.heirloom.library.search;

import java.util.Optional;

/**
 * What must hold of an asset's state and times.
 *
 * @param withTrashed whether the trash is searched too
 * @param motion whether it must or must not be a live photo
 */
public record StateCriteria(
        Optional<Boolean> favorite,
        Optional<Boolean> motion,
        boolean withTrashed,
        Period trashed,
        Period captured,
        Period created) {
    public static final StateCriteria ANY =
            new StateCriteria(Optional.empty(), Optional.empty(), false, Period.ALWAYS, Period.ALWAYS, Period.ALWAYS);
}
