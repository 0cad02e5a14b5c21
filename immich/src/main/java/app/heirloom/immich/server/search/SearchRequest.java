package app.heirloom.immich.server.search;

import static app.heirloom.library.search.Criterion.is;
import static app.heirloom.library.search.Criterion.not;

import app.heirloom.immich.server.http.Fields;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.search.Criterion;
import app.heirloom.library.search.Criterion.Comparison;
import app.heirloom.library.search.Criterion.Position;
import app.heirloom.library.search.Flag;
import app.heirloom.library.search.Property;
import app.heirloom.library.tag.TagId;
import app.heirloom.library.user.Caller;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Reads what is searched for: the fields of one level, which must all hold, and beside them the tree of filters. */
final class SearchRequest {
    private static final int MAX_RATING = 5;

    private final Fields fields;
    private final List<Criterion> parts = new ArrayList<>();
    private boolean withLocked;
    private boolean withTrashed;

    private SearchRequest(Fields fields) {
        this.fields = fields;
    }

    /** Fails as UNAUTHENTICATED when it asks for locked assets and the caller's PIN code was not entered. */
    static Criterion read(Fields fields, Caller caller) {
        var request = new SearchRequest(fields);
        request.addFields();
        if (fields instanceof JsonFields body) {
            body.findObject("filter").ifPresent(request::addFilter);
        }
        if (request.withLocked) {
            caller.requireElevated();
        } else {
            request.parts.add(not(is(Property.VISIBILITY, Visibility.LOCKED)));
        }
        if (!request.withTrashed) {
            request.parts.add(not(new Criterion.Known(Property.TRASHED)));
        }
        return new Criterion.All(request.parts);
    }

    private void addFilter(JsonFields object) {
        var filter = new SearchFilter(object);
        parts.add(filter.criterion());
        withLocked |= filter.asksForLocked();
        withTrashed |= filter.asksForTrashed();
    }

    private void addFields() {
        addValues();
        addRelations();
        addTexts();
        addFlag("isFavorite", Flag.FAVORITE);
        addFlag("isMotion", Flag.MOTION);
        addFlag("isOffline", Flag.OFFLINE);
        addFlag("isEncoded", Flag.ENCODED);
        addWhen("isNotInAlbum", true, not(new Criterion.Is(Flag.IN_ALBUM)));
        addWhen("withStacked", false, not(new Criterion.Is(Flag.STACKED)));
        addPeriod("created", Property.CREATED);
        addPeriod("updated", Property.UPDATED);
        addPeriod("taken", Property.CAPTURED);
        withTrashed = addPeriod("trashed", Property.TRASHED)
                || fields.findFlag("isOffline").orElse(false)
                || fields.findFlag("withDeleted").orElse(false);
    }

    private void addValues() {
        fields.findAssetId("id").ifPresent(id -> parts.add(is(Property.ID, id)));
        fields.findChoice("type", AssetType.values(), AssetType::name)
                .ifPresent(type -> parts.add(is(Property.TYPE, type)));
        fields.findVisibility("visibility").ifPresent(visibility -> {
            withLocked |= visibility == Visibility.LOCKED;
            parts.add(is(Property.VISIBILITY, visibility));
        });
        fields.findText("checksum").ifPresent(text -> parts.add(is(Property.CHECKSUM, checksum(text, "checksum"))));
        addUnlessNull("libraryId", Property.LIBRARY);
        fields.findUuid("libraryId").ifPresent(id -> parts.add(is(Property.LIBRARY, new LibraryId(id))));
        addUnlessNull("rating", Property.RATING);
        fields.findInteger("rating", 1, MAX_RATING).ifPresent(rating -> parts.add(is(Property.RATING, rating)));
    }

    private void addRelations() {
        addEach("albumIds", id -> new Criterion.InAlbum(List.of(new AlbumId(id))));
        addEach("personIds", id -> new Criterion.Shows(List.of(new PersonId(id))));
        addEach("tagIds", id -> new Criterion.Tagged(List.of(new TagId(id))));
        if (fields.isNull("tagIds")) {
            parts.add(not(new Criterion.Is(Flag.TAGGED)));
        }
        addFile("encodedVideoPath", FileKind.ENCODED_VIDEO);
        addFile("previewPath", FileKind.PREVIEW);
        addFile("thumbnailPath", FileKind.THUMBNAIL);
    }

    private void addTexts() {
        addText("city", Property.CITY);
        addText("state", Property.STATE);
        addText("country", Property.COUNTRY);
        addText("make", Property.MAKE);
        addText("model", Property.MODEL);
        addText("lensModel", Property.LENS);
        addPart("originalFileName", Property.FILE_NAME);
        addPart("originalPath", Property.PATH);
        addPart("description", Property.DESCRIPTION);
        fields.findText("ocr").ifPresent(text -> parts.add(new Criterion.Reads(text)));
    }

    private void addText(String name, Property property) {
        addUnlessNull(name, property);
        fields.findText(name).ifPresent(text -> parts.add(is(property, text)));
    }

    private void addUnlessNull(String name, Property property) {
        if (fields.isNull(name)) {
            parts.add(not(new Criterion.Known(property)));
        }
    }

    private void addPart(String name, Property property) {
        fields.findText(name)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> parts.add(new Criterion.Contains(property, Position.ANYWHERE, text)));
    }

    private void addFile(String name, FileKind kind) {
        fields.findText(name).ifPresent(path -> parts.add(new Criterion.HasFile(kind, List.of(path))));
    }

    private void addEach(String name, Function<UUID, Criterion> criterion) {
        fields.listUuids(name).stream().distinct().map(criterion).forEach(parts::add);
    }

    private void addFlag(String name, Flag flag) {
        fields.findFlag(name)
                .map(wanted -> wanted ? new Criterion.Is(flag) : not(new Criterion.Is(flag)))
                .ifPresent(parts::add);
    }

    private void addWhen(String name, boolean value, Criterion criterion) {
        if (fields.findFlag(name).filter(flag -> flag == value).isPresent()) {
            parts.add(criterion);
        }
    }

    /** Returns whether one of its ends is given. */
    private boolean addPeriod(String name, Property property) {
        int before = parts.size();
        addDate(name + "After", property, Comparison.AT_LEAST);
        addDate(name + "Before", property, Comparison.AT_MOST);
        return parts.size() > before;
    }

    private void addDate(String name, Property property, Comparison comparison) {
        fields.findDate(name)
                .map(OffsetDateTime::toInstant)
                .ifPresent(instant -> parts.add(new Criterion.Compared(property, comparison, instant)));
    }

    static Checksum checksum(String text, Object... path) {
        try {
            return Checksum.parse(text);
        } catch (IllegalArgumentException e) {
            throw InvalidFieldException.format("Invalid checksum: expected SHA-1 as Base64 or hex", path);
        }
    }
}
