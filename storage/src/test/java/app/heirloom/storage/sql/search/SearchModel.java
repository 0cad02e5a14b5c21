package app.heirloom.storage.sql.search;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.search.Criterion;
import app.heirloom.library.search.Flag;
import app.heirloom.library.search.Property;
import app.heirloom.library.search.SearchOrder;
import app.heirloom.library.search.SearchScope;
import app.heirloom.library.tag.TagId;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Folding;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says of each asset of a library whether it meets a criterion, plainly and one after the other. */
record SearchModel(List<Entry> entries) {

    /** An asset and all that is known of it. Tags are those it has and those above them. */
    record Entry(Asset asset, Exif exif, @Nullable String city, Links links, Map<FileKind, String> files) {}

    /** What an asset belongs to. */
    record Links(Set<AlbumId> albums, Set<PersonId> persons, Set<TagId> tags) {}

    List<Asset> list(SearchScope scope, Criterion criterion, SearchOrder order) {
        return entries.stream()
                .filter(entry -> isWithin(scope, entry.asset()) && holds(criterion, entry, scope.user()))
                .sorted(comparator(order))
                .map(Entry::asset)
                .toList();
    }

    private static boolean isWithin(SearchScope scope, Asset asset) {
        boolean isOwn = asset.owner().equals(scope.user());
        boolean isOpen =
                asset.state().visibility() != Visibility.LOCKED && asset.state().trashed() == null;
        return switch (scope) {
            case SearchScope.Owned _ -> isOwn;
            case SearchScope.InAlbums _ -> isOwn || isOpen;
            case SearchScope.Linked _ -> isOpen;
        };
    }

    private static Comparator<Entry> comparator(SearchOrder order) {
        Comparator<Entry> byId =
                Comparator.comparing(entry -> entry.asset().id().value(), SearchModel::compare);
        Comparator<Entry> byKey = switch (order.key()) {
            case CAPTURED -> Comparator.comparing(entry -> entry.asset().times().captured());
            case LOCAL -> Comparator.comparing(entry -> entry.asset().times().local());
            case SIZE_IN_BYTES ->
                Comparator.comparingLong(entry -> entry.asset().original().sizeInBytes());
            case RATING -> Comparator.comparingInt(entry -> ratingOrLast(entry, order));
        };
        Comparator<Entry> both = byKey.thenComparing(byId);
        return order.descending() ? both.reversed() : both;
    }

    private static int ratingOrLast(Entry entry, SearchOrder order) {
        Integer rating = entry.exif().caption().rating();
        int last = order.descending() ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        return rating == null ? last : rating;
    }

    /** Byte by byte, as databases do. */
    private static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    private static boolean holds(Criterion criterion, Entry entry, UserId user) {
        return switch (criterion) {
            case Criterion.All(var parts) -> parts.stream().allMatch(part -> holds(part, entry, user));
            case Criterion.Any(var parts) -> parts.stream().anyMatch(part -> holds(part, entry, user));
            case Criterion.Not(var part) -> !holds(part, entry, user);
            case Criterion.Known(var property) -> value(property, entry) != null;
            case Criterion.OneOf(var property, var values) -> values.contains(value(property, entry));
            case Criterion.Compared(var property, var comparison, var limit) ->
                compares(value(property, entry), comparison, limit);
            case Criterion.Contains(var property, var position, var text) ->
                contains(value(property, entry), position, Folding.fold(text));
            case Criterion.Is(var flag) -> is(flag, entry, user);
            case Criterion.HasFile(var kind, var paths) ->
                paths.contains(entry.files().getOrDefault(kind, "none"));
            case Criterion.InAlbum(var albums) ->
                !Collections.disjoint(albums, entry.links().albums());
            case Criterion.Shows(var persons) ->
                !Collections.disjoint(persons, entry.links().persons());
            case Criterion.Tagged(var tags) ->
                !Collections.disjoint(tags, entry.links().tags());
            case Criterion.Reads _, Criterion.ShowsNamed _ -> throw new AssertionError("see SmartSearchTest");
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static boolean compares(@Nullable Object value, Criterion.Comparison comparison, Object limit) {
        if (value == null) {
            return false;
        }
        int result = ((Comparable) value).compareTo(limit);
        return switch (comparison) {
            case LESS -> result < 0;
            case AT_MOST -> result <= 0;
            case AT_LEAST -> result >= 0;
            case GREATER -> result > 0;
        };
    }

    private static boolean contains(@Nullable Object value, Criterion.Position position, String text) {
        if (value == null) {
            return false;
        }
        String folded = Folding.fold((String) value);
        return switch (position) {
            case ANYWHERE -> folded.contains(text);
            case START -> folded.startsWith(text);
            case END -> folded.endsWith(text);
        };
    }

    private static boolean is(Flag flag, Entry entry, UserId user) {
        return switch (flag) {
            case FAVORITE ->
                entry.asset().state().favorite() && entry.asset().owner().equals(user);
            case MOTION -> entry.asset().state().livePhotoVideo() != null;
            case OFFLINE -> entry.asset().state().offline();
            case ENCODED -> entry.files().containsKey(FileKind.ENCODED_VIDEO);
            case IN_ALBUM -> !entry.links().albums().isEmpty();
            case WITH_PEOPLE -> !entry.links().persons().isEmpty();
            case TAGGED -> !entry.links().tags().isEmpty();
            case STACKED -> entry.asset().state().grouping().stack() != null;
        };
    }

    private static @Nullable Object value(Property property, Entry entry) {
        Asset asset = entry.asset();
        Exif exif = entry.exif();
        return switch (property) {
            case ID -> asset.id();
            case TYPE -> asset.type();
            case VISIBILITY -> asset.state().visibility();
            case CHECKSUM -> asset.original().checksum();
            case LIBRARY -> asset.state().grouping().library();
            case FILE_NAME -> asset.original().fileName();
            case PATH -> asset.original().key().path();
            case DESCRIPTION -> exif.caption().description();
            case CITY -> entry.city();
            case STATE, COUNTRY -> null;
            case MAKE -> exif.camera().make();
            case MODEL -> exif.camera().model();
            case LENS -> exif.camera().lens();
            case RATING -> exif.caption().rating();
            case SIZE_IN_BYTES -> asset.original().sizeInBytes();
            case CAPTURED -> asset.times().captured();
            case CREATED -> asset.times().created();
            case UPDATED -> asset.times().updated();
            case TRASHED -> asset.state().trashed();
        };
    }
}
