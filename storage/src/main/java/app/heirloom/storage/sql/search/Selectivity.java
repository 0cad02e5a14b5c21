package app.heirloom.storage.sql.search;

import app.heirloom.library.search.Criterion;
import app.heirloom.library.search.Criterion.All;
import app.heirloom.library.search.Criterion.Any;
import app.heirloom.library.search.Criterion.Compared;
import app.heirloom.library.search.Criterion.Contains;
import app.heirloom.library.search.Criterion.HasFile;
import app.heirloom.library.search.Criterion.InAlbum;
import app.heirloom.library.search.Criterion.Is;
import app.heirloom.library.search.Criterion.Known;
import app.heirloom.library.search.Criterion.Not;
import app.heirloom.library.search.Criterion.OneOf;
import app.heirloom.library.search.Criterion.Reads;
import app.heirloom.library.search.Criterion.Shows;
import app.heirloom.library.search.Criterion.ShowsNamed;
import app.heirloom.library.search.Criterion.Tagged;
import app.heirloom.library.search.Flag;
import app.heirloom.library.search.Property;
import app.heirloom.storage.database.Folding;
import app.heirloom.storage.sql.row.Trigrams;
import java.util.Set;

/** What can be told of a criterion without asking the database. */
final class Selectivity {
    private static final Set<Property> COUNTED = Set.of(Property.VISIBILITY, Property.TYPE);
    private static final Set<Property> COMMON = Set.of(Property.VISIBILITY, Property.TYPE, Property.LIBRARY);

    private Selectivity() {}

    /** Whether few assets of a library meet it, as a rule, which an index finds. */
    static boolean isNarrow(Criterion criterion) {
        return switch (criterion) {
            case All(var parts) -> parts.stream().anyMatch(Selectivity::isNarrow);
            case Any(var parts) -> parts.stream().allMatch(Selectivity::isNarrow);
            case OneOf(var property, var _) -> !COMMON.contains(property);
            case InAlbum _, Shows _, ShowsNamed _, Tagged _, Reads _, HasFile _, Contains _, Compared _ -> true;
            case Is(var flag) -> flag == Flag.FAVORITE;
            case Known(var property) -> property == Property.TRASHED;
            case Not _ -> false;
        };
    }

    /**
     * Whether an index gives the assets that may meet it, few as a rule. SQLite, which knows no numbers, must be told to
     * begin there; else it looks through all of the owner's.
     */
    static boolean hasIndex(Criterion criterion) {
        return switch (criterion) {
            case All(var parts) -> parts.stream().anyMatch(Selectivity::hasIndex);
            case OneOf(var property, var _) -> property == Property.ID;
            case Contains(var property, var _, var text) ->
                property == Property.FILE_NAME
                        && !Trigrams.of(Folding.fold(text)).isEmpty();
            case InAlbum _, Shows _, ShowsNamed _, Tagged _, Reads _ -> true;
            case Any _, Not _, Known _, Compared _, Is _, HasFile _ -> false;
        };
    }

    /** Whether it asks for nothing but what the time buckets know. */
    static boolean isCountedByMonth(Criterion criterion) {
        return switch (criterion) {
            case All(var parts) -> parts.stream().allMatch(Selectivity::isCountedByMonth);
            case Any(var parts) -> parts.stream().allMatch(Selectivity::isCountedByMonth);
            case Not(var part) -> isCountedByMonth(part);
            case OneOf(var property, var _) -> COUNTED.contains(property);
            case Known(var property) -> property == Property.TRASHED || COUNTED.contains(property);
            case Compared _, Contains _, Is _, HasFile _, InAlbum _, Shows _, ShowsNamed _, Tagged _, Reads _ -> false;
        };
    }
}
