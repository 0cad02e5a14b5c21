package app.heirloom.storage.sql.search;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.person.PersonId;
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
import app.heirloom.library.search.SearchScope;
import app.heirloom.library.tag.TagId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Folding;
import app.heirloom.storage.sql.row.Trigrams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A scope and a criterion as a condition on rows of asset and, where it says so, of asset_exif joined to them. */
public final class CriterionSql {
    private static final Set<Property> EXIF = EnumSet.range(Property.DESCRIPTION, Property.RATING);

    private final Database database;
    private final SearchScope scope;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();
    private boolean needsExif;

    private CriterionSql(Database database, SearchScope scope, String ofOwner, Criterion criterion) {
        this.database = database;
        this.scope = scope;
        switch (scope) {
            case SearchScope.Owned(var owner) -> append(ofOwner, owner.value());
            case SearchScope.InAlbums(var user) ->
                append("(owner_id = ? or visibility <> ? and trashed_at is null)", user.value(), Visibility.LOCKED);
            case SearchScope.Linked _ -> append("visibility <> ? and trashed_at is null", Visibility.LOCKED);
        }
        sql.append(" and ");
        append(criterion);
    }

    static CriterionSql of(Database database, SearchScope scope, Criterion criterion) {
        return Selectivity.hasIndex(criterion)
                ? oneByOne(database, scope, criterion)
                : new CriterionSql(database, scope, "owner_id = ?", criterion);
    }

    /** The same in words that keep the database from taking the owner's assets all together. */
    static CriterionSql oneByOne(Database database, SearchScope scope, Criterion criterion) {
        return new CriterionSql(database, scope, "(owner_id = ?) is true", criterion);
    }

    String sql() {
        return sql.toString();
    }

    /** What the condition takes its columns from. */
    String tables(boolean withExif) {
        return needsExif || withExif ? "asset left join asset_exif on asset_exif.asset_id = asset.id" : "asset";
    }

    Object[] arguments(Object... more) {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray();
    }

    private void append(Criterion criterion) {
        switch (criterion) {
            case All(var parts) -> appendAll(parts, " and ", "true");
            case Any(var parts) -> appendAll(parts, " or ", "false");
            case Not(Known(Property property)) -> append(found(property) + " is null");
            case Not(Criterion part) -> {
                sql.append('(');
                append(part);
                sql.append(") is not true"); // what is unknown does not hold
            }
            case Known(Property property) -> append(found(property) + " is not null");
            case OneOf(Property property, List<?> values) -> append(found(property) + " in " + each(values), values);
            case Compared(Property property, Criterion.Comparison comparison, Object value) ->
                append(found(property) + operator(comparison) + "?", List.of(value));
            case Contains contains -> appendContains(contains);
            case Is(Flag flag) -> appendFlag(flag);
            case HasFile(var kind, var paths) -> {
                append("asset.id in (select asset_id from asset_file where kind = ?", kind);
                append(" and blob_key in " + each(paths) + ")", paths);
            }
            case InAlbum(var albums) ->
                append("asset.id in (select asset_id from album_asset where album_id in " + each(albums) + ")", albums);
            case Shows(var persons) ->
                append(
                        "asset.id in (select asset_id from asset_face where is_visible and person_id in "
                                + each(persons) + ")",
                        persons);
            case Tagged(var tags) -> append(tagged(each(tags)), tags);
            case Reads(var words) -> appendWords(words);
            case ShowsNamed(var word) ->
                append(
                        "asset.id in (select asset_id from asset_face join person on person.id = person_id"
                                + " where is_visible and person.owner_id = ? and ' ' || name_folded || ' ' like ? escape '\\')",
                        scope.user().value(),
                        Folding.anywhere(" " + word + " "));
        }
    }

    private void appendAll(List<Criterion> parts, String between, String none) {
        if (parts.isEmpty()) {
            sql.append(none);
            return;
        }
        sql.append('(');
        append(parts.getFirst());
        for (Criterion part : parts.subList(1, parts.size())) {
            sql.append(between);
            append(part);
        }
        sql.append(')');
    }

    private void appendContains(Contains contains) {
        String pattern = switch (contains.position()) {
            case ANYWHERE -> Folding.anywhere(contains.text());
            case START -> Folding.start(contains.text());
            case END -> Folding.end(contains.text());
        };
        if (contains.property() != Property.FILE_NAME) {
            append("folded(" + found(contains.property()) + ") like ? escape '\\'", pattern);
            return;
        }
        String trigrams = Trigrams.of(Folding.fold(contains.text()));
        database.nameIndex().filter(index -> !trigrams.isEmpty()).ifPresent(index -> append(index + " and ", trigrams));
        append("file_name_folded like ? escape '\\'", pattern);
    }

    private void appendWords(String words) {
        String between = "(";
        for (String word : words.strip().split("\\s+", -1)) {
            sql.append(between).append("asset.checksum in (select checksum from text_line where ");
            String trigrams = Trigrams.of(Folding.fold(word));
            database.textIndex()
                    .filter(index -> !trigrams.isEmpty())
                    .ifPresent(index -> append(index + " and ", trigrams));
            append("text_folded like ? escape '\\')", Folding.anywhere(word));
            between = " and ";
        }
        sql.append(')');
    }

    private void appendFlag(Flag flag) {
        switch (flag) {
            case FAVORITE ->
                append("(is_favorite and owner_id = ?)", scope.user().value());
            case MOTION -> append("live_photo_video_id is not null");
            case OFFLINE -> append("is_offline");
            case ENCODED ->
                append("exists (select 1 from asset_file where asset_id = asset.id and kind = 'ENCODED_VIDEO')");
            case IN_ALBUM -> append("exists (select 1 from album_asset where asset_id = asset.id)");
            case WITH_PEOPLE ->
                append("exists (select 1 from asset_face"
                        + " where asset_id = asset.id and is_visible and person_id is not null)");
            case TAGGED -> append("exists (select 1 from tag_asset where asset_id = asset.id)");
            case STACKED -> append("stack_id is not null");
        }
    }

    /** On rows of asset: those that have one of the tags in parentheses, or one below them. */
    public static String tagged(String tags) {
        return """
                asset.id in (select asset_id from tag_asset where tag_id in (
                  with recursive family (id) as (
                    select id from tag where id in %s
                    union select tag.id from tag join family on tag.parent_id = family.id)
                  select id from family))""".formatted(tags);
    }

    /** The expression for a property. */
    static String column(Property property) {
        return switch (property) {
            case ID -> "asset.id";
            case TYPE -> "type";
            case VISIBILITY -> "+visibility"; // without index, or SQLite would sort a library for each page
            case CHECKSUM -> "checksum";
            case LIBRARY -> "library_id";
            case FILE_NAME -> "file_name";
            case PATH -> "blob_key";
            case DESCRIPTION -> "coalesce(description, '')";
            case CITY -> "city";
            case STATE -> "state";
            case COUNTRY -> "country";
            case MAKE -> "make";
            case MODEL -> "model";
            case LENS -> "lens";
            case RATING -> "rating";
            case SIZE_IN_BYTES -> "size_in_bytes";
            case CAPTURED -> "captured_at";
            case CREATED -> "created_at";
            case UPDATED -> "updated_at";
            case TRASHED -> "trashed_at";
        };
    }

    /** The same, noting where it is found. */
    private String found(Property property) {
        needsExif |= EXIF.contains(property);
        return column(property);
    }

    private static String operator(Criterion.Comparison comparison) {
        return switch (comparison) {
            case LESS -> " < ";
            case AT_MOST -> " <= ";
            case AT_LEAST -> " >= ";
            case GREATER -> " > ";
        };
    }

    private void append(String part, Object... partArguments) {
        append(part, List.of(partArguments));
    }

    private void append(String part, List<?> partArguments) {
        sql.append(part);
        partArguments.forEach(argument -> arguments.add(bare(argument)));
    }

    private static String each(List<?> values) {
        return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }

    /** As the database knows it. */
    private static Object bare(Object value) {
        return switch (value) {
            case AssetId id -> id.value();
            case LibraryId id -> id.value();
            case AlbumId id -> id.value();
            case PersonId id -> id.value();
            case TagId id -> id.value();
            case Checksum checksum -> checksum.bytes();
            default -> value;
        };
    }
}
