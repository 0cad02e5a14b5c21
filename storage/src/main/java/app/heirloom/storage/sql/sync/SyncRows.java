package app.heirloom.storage.sql.sync;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.event.ChangeId;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.sync.Change;
import app.heirloom.library.sync.Deletion;
import app.heirloom.library.sync.entity.SyncedAlbum;
import app.heirloom.library.sync.entity.SyncedAlbumUser;
import app.heirloom.library.sync.entity.SyncedAlbumUser.Role;
import app.heirloom.library.sync.entity.SyncedExif;
import app.heirloom.library.sync.entity.SyncedFace;
import app.heirloom.library.sync.entity.SyncedFace.Source;
import app.heirloom.library.sync.entity.SyncedPerson;
import app.heirloom.library.sync.entity.SyncedStack;
import app.heirloom.library.sync.entity.SyncedTextLine;
import app.heirloom.library.sync.entity.SyncedUser;
import app.heirloom.library.user.Account;
import app.heirloom.library.user.Quota;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.AssetRows;
import app.heirloom.storage.sql.row.ExifRows;
import app.heirloom.storage.sql.row.TextRows;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what clients synchronise out of rows that begin with a change id. */
final class SyncRows {
    static final String USER_COLUMNS = """
            id, email, name, is_admin, should_change_password, quota_size_in_bytes, usage_in_bytes, created_at,
            updated_at, avatar_color, profile_image_key, profile_changed_at, deleted_at, storage_label, pin_hash
            """;

    static final String EXIF_COLUMNS = "asset.id, asset.size_in_bytes, asset.captured_at, asset.file_modified_at, "
            + ExifRows.COLUMNS + ", asset_exif.city, asset_exif.state, asset_exif.country ";

    /** By their numbers in the store. */
    private static final List<Source> SOURCES = List.of(Source.MODEL, Source.FILE, Source.HAND);

    private static final List<Role> ROLES = List.of(Role.OWNER, Role.EDITOR, Role.VIEWER);

    private SyncRows() {}

    static <T> Function<Row, Change<T>> change(Function<Row, T> mapper) {
        return row -> new Change<>(new ChangeId(row.uuid()), mapper.apply(row));
    }

    static SyncedUser user(Row row) {
        var user = new User(
                new UserId(row.uuid()),
                new Account(row.text(), row.text(), row.flag(), row.flag()),
                new Quota(row.numberOrNull(), row.number()),
                row.instant(),
                row.instant());
        return new SyncedUser(
                user,
                new SyncedUser.Profile(row.textOrNull(), row.textOrNull() != null, row.instantOrNull()),
                row.instantOrNull(),
                row.textOrNull(),
                row.textOrNull() != null);
    }

    static SyncedExif exif(Row row) {
        return new SyncedExif(
                new AssetId(row.uuid()),
                row.number(),
                row.instant(),
                row.instant(),
                ExifRows.exif(row),
                new SyncedExif.Place(row.textOrNull(), row.textOrNull(), row.textOrNull()));
    }

    static SyncedStack stack(Row row) {
        return new SyncedStack(
                new StackId(row.uuid()), new UserId(row.uuid()), new AssetId(row.uuid()), row.instant(), row.instant());
    }

    static SyncedPerson person(Row row) {
        return new SyncedPerson(
                new PersonId(row.uuid()),
                new UserId(row.uuid()),
                row.text(),
                dayOrNull(row),
                new SyncedPerson.Looks(row.textOrNull(), row.flag(), row.flag(), AssetRows.assetIdOrNull(row)),
                new SyncedPerson.Times(row.instant(), row.instant()));
    }

    static SyncedFace face(Row row) {
        var face = new FaceId(row.uuid());
        var asset = new AssetId(row.uuid());
        var person = row.uuidOrNull();
        return new SyncedFace(
                face,
                asset,
                person == null ? null : new PersonId(person),
                SOURCES.get(row.integer()),
                new SyncedFace.Box(
                        row.integer(), row.integer(), row.integer(), row.integer(), row.integer(), row.integer()),
                row.flag());
    }

    static SyncedTextLine text(Row row) {
        return new SyncedTextLine(new AssetId(row.uuid()), row.integer(), TextRows.line(row));
    }

    static SyncedAlbum album(Row row) {
        return new SyncedAlbum(
                new AlbumId(row.uuid()),
                new UserId(row.uuid()),
                new SyncedAlbum.Label(row.text(), row.text()),
                AssetRows.assetIdOrNull(row),
                new SyncedAlbum.Options(row.flag(), row.flag()),
                new SyncedAlbum.Times(row.instant(), row.instant()));
    }

    static SyncedAlbumUser albumUser(Row row) {
        return new SyncedAlbumUser(new AlbumId(row.uuid()), new UserId(row.uuid()), ROLES.get(row.integer()));
    }

    static Deletion deletion(Row row) {
        return new Deletion(row.uuid(), row.uuidOrNull(), row.textOrNull());
    }

    private static @Nullable LocalDate dayOrNull(Row row) {
        Long day = row.numberOrNull();
        return day == null ? null : LocalDate.ofEpochDay(day);
    }
}
