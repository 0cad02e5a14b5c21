package app.heirloom.immich.server.search;

import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.search.Criterion;
import app.heirloom.library.search.Criterion.OneOf;
import app.heirloom.library.search.Flag;
import app.heirloom.library.search.Property;
import app.heirloom.library.tag.TagId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The tree of filters: fields with operators, which must all hold, and branches of which one must. */
final class SearchFilter {
    private static final int MAX_BRANCHES = 100;

    /** Reads the operators of a field. */
    private interface Field extends Function<Operators, Criterion> {}

    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("id", operators -> operators.identity(Property.ID, AssetId::new)),
            Map.entry("libraryId", operators -> operators.identity(Property.LIBRARY, LibraryId::new)),
            Map.entry("albumIds", links(ids -> new Criterion.InAlbum(map(ids, AlbumId::new)))),
            Map.entry("personIds", links(ids -> new Criterion.Shows(map(ids, PersonId::new)))),
            Map.entry("tagIds", links(ids -> new Criterion.Tagged(map(ids, TagId::new)))),
            Map.entry("hasAlbums", flag(Flag.IN_ALBUM)),
            Map.entry("hasPeople", flag(Flag.WITH_PEOPLE)),
            Map.entry("hasTags", flag(Flag.TAGGED)),
            Map.entry("isEncoded", flag(Flag.ENCODED)),
            Map.entry("isFavorite", flag(Flag.FAVORITE)),
            Map.entry("isMotion", flag(Flag.MOTION)),
            Map.entry("isOffline", flag(Flag.OFFLINE)),
            Map.entry("type", Operators::type),
            Map.entry("visibility", Operators::visibility),
            Map.entry("checksum", Operators::checksum),
            Map.entry("city", text(Property.CITY)),
            Map.entry("state", text(Property.STATE)),
            Map.entry("country", text(Property.COUNTRY)),
            Map.entry("make", text(Property.MAKE)),
            Map.entry("model", text(Property.MODEL)),
            Map.entry("lensModel", text(Property.LENS)),
            Map.entry("description", operators -> operators.pattern(Property.DESCRIPTION)),
            Map.entry("originalFileName", operators -> operators.pattern(Property.FILE_NAME)),
            Map.entry("originalPath", operators -> operators.pattern(Property.PATH)),
            Map.entry("encodedVideoPath", operators -> operators.file(FileKind.ENCODED_VIDEO)),
            Map.entry("ocr", operators -> operators.matching(Criterion.Reads::new)),
            Map.entry("rating", operators -> operators.number(Property.RATING, Double::intValue)),
            Map.entry("fileSizeInBytes", operators -> operators.number(Property.SIZE_IN_BYTES, Double::longValue)),
            Map.entry("createdAt", date(Property.CREATED)),
            Map.entry("takenAt", date(Property.CAPTURED)),
            Map.entry("updatedAt", date(Property.UPDATED)),
            Map.entry("trashedAt", date(Property.TRASHED)));

    private final Criterion criterion;
    private boolean withLocked;
    private boolean withTrashed;

    SearchFilter(JsonFields filter) {
        List<Criterion> parts = new ArrayList<>();
        addFields(filter, parts, "filter");
        List<JsonFields> branches = filter.list("or");
        if (branches.size() > MAX_BRANCHES) {
            throw InvalidFieldException.value("More than " + MAX_BRANCHES + " branches", "filter", "or");
        }
        if (!branches.isEmpty()) {
            List<Criterion> alternatives = new ArrayList<>();
            for (JsonFields branch : branches) {
                List<Criterion> branchParts = new ArrayList<>();
                addFields(branch, branchParts, "filter", "or", alternatives.size());
                alternatives.add(new Criterion.All(branchParts));
            }
            parts.add(new Criterion.Any(alternatives));
        }
        criterion = new Criterion.All(parts);
    }

    Criterion criterion() {
        return criterion;
    }

    boolean asksForLocked() {
        return withLocked;
    }

    boolean asksForTrashed() {
        return withTrashed;
    }

    private void addFields(JsonFields filter, List<Criterion> parts, Object... path) {
        FIELDS.forEach((name, field) -> {
            try {
                filter.findObject(name).map(object -> read(object, name, field)).ifPresent(parts::add);
            } catch (InvalidFieldException e) {
                throw e.inside(path);
            }
        });
        withTrashed |= filter.isPresent("trashedAt");
    }

    private Criterion read(JsonFields object, String name, Field field) {
        try {
            Criterion read = field.apply(new Operators(object));
            withLocked |= asksForLocked(read);
            return read;
        } catch (InvalidFieldException e) {
            throw e.inside(name);
        }
    }

    /** What excludes locked assets, or others, does not ask for them. */
    private static boolean asksForLocked(Criterion criterion) {
        return switch (criterion) {
            case OneOf(var _, var values) -> values.contains(Visibility.LOCKED);
            case Criterion.All(var parts) -> parts.stream().anyMatch(SearchFilter::asksForLocked);
            default -> false;
        };
    }

    private static Field text(Property property) {
        return operators -> operators.text(property);
    }

    private static Field date(Property property) {
        return operators -> operators.date(property);
    }

    private static Field flag(Flag flag) {
        return operators -> operators.flag(flag);
    }

    private static Field links(Function<List<UUID>, Criterion> toAny) {
        return operators -> operators.links(toAny);
    }

    private static <T> List<T> map(List<UUID> ids, Function<UUID, T> id) {
        return ids.stream().map(id).toList();
    }
}
