package app.heirloom.library.search;

import app.heirloom.library.asset.AssetId;
import java.time.Instant;

/**
 * Which part of a result is wanted.
 *
 * @param limit how many assets at most
 */
public record SearchPage(Start start, int limit) {

    /** Where a page begins. */
    public sealed interface Start {}

    /** Behind so many assets; the farther, the slower. */
    public record Offset(int count) implements Start {}

    /** Behind this asset of a result that is ordered by capture, however far that is. */
    public record After(Instant captured, AssetId id) implements Start {}

    public static SearchPage first(int limit) {
        return new SearchPage(new Offset(0), limit);
    }
}
