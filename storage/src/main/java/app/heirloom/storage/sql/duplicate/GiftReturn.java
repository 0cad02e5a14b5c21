package app.heirloom.storage.sql.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations.Gift;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.album.AlbumRows;
import app.heirloom.storage.sql.person.DetectionRows;
import app.heirloom.storage.sql.row.Deletions;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes from an asset what it was given by a copy, if it has that still. */
final class GiftReturn {
    private final Database database;
    private final Deletions deletions;
    private final InstantSource clock;

    GiftReturn(Database database, InstantSource clock) {
        this.database = database;
        this.deletions = new Deletions(database);
        this.clock = clock;
    }

    boolean takeBack(Gift gift, AssetId target) {
        return switch (gift.kind()) {
            case ALBUM -> leaveAlbum(gift.id(), target);
            case TAG -> removePair("tag_asset", "tag_id", gift.id(), target);
            case SHARED_LINK -> removePair("shared_link_asset", "link_id", gift.id(), target);
            case FACE -> removeFace(gift.id(), gift.person(), target);
            case PERSON -> forgetPerson(gift.id(), gift.person());
        };
    }

    private boolean leaveAlbum(UUID album, AssetId target) {
        if (!removePair("album_asset", "album_id", album, target)) {
            return false;
        }
        deletions.note(Deletions.Entity.ALBUM_ASSET, album, album, target.value());
        AlbumRows.touch(database, album, clock.instant());
        return true;
    }

    private boolean removePair(String table, String other, UUID id, AssetId target) {
        return database.update("delete from " + table + " where " + other + " = ? and asset_id = ?", id, target.value())
                > 0;
    }

    /** One that somebody hid, or gave to another person, stays. */
    private boolean removeFace(UUID face, @Nullable UUID person, AssetId target) {
        boolean isAsGiven = isOf(face, person, " and is_visible");
        if (isAsGiven) {
            DetectionRows.drop(database, "id = ?", face);
            database.update("delete from asset_face where id = ?", face);
            database.find("select owner_id from asset where id = ?", Row::uuid, target.value())
                    .ifPresent(owner -> deletions.note(Deletions.Entity.FACE, owner, face));
        }
        return isAsGiven;
    }

    private boolean forgetPerson(UUID face, @Nullable UUID person) {
        boolean isAsGiven = isOf(face, person, "");
        if (isAsGiven) {
            database.update(
                    "update asset_face set person_id = null, is_confirmed = ?, change_id = ? where id = ?",
                    false,
                    database.nextChange(),
                    face);
        }
        return isAsGiven;
    }

    private boolean isOf(UUID face, @Nullable UUID person, String condition) {
        String whose = person == null ? "person_id is null" : "person_id = ?";
        String sql = "select 1 from asset_face where id = ? and " + whose + condition;
        return person == null ? database.exists(sql, face) : database.exists(sql, face, person);
    }
}
