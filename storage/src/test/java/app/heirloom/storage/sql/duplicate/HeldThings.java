package app.heirloom.storage.sql.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations.Held;
import app.heirloom.library.asset.AssetRelations.Relation;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.sql.OwnedLibrary;
import app.heirloom.storage.sql.Rows;
import java.util.List;
import java.util.UUID;

/** An album, a tag, a shared link and a person, to hang on assets of a test. */
final class HeldThings {
    final UUID album = UUID.randomUUID();
    final UUID tag = UUID.randomUUID();
    final UUID link = UUID.randomUUID();
    final UUID person = UUID.randomUUID();
    private final OwnedLibrary library;

    HeldThings(OwnedLibrary library) {
        this.library = library;
    }

    /** What the asset has then, in the order in which that is listed. */
    List<Held> putOn(AssetId asset) {
        UUID owner = library.caller.id().value();
        Database rows = Rows.of(library.storage);
        library.run(() -> {
            fill(album, List.of(asset));
            rows.update("insert into tag values (?, ?, null, 'Places/Sea', null, 1, 1)", tag, owner);
            rows.update("insert into tag_asset values (?, ?)", tag, asset.value());
            rows.update(
                    "insert into shared_link values (?, ?, ?, null, null, 'For Ben', null, null, ?, ?, ?, 1)",
                    link,
                    owner,
                    new byte[] {1},
                    true,
                    true,
                    true);
            rows.update("insert into shared_link_asset values (?, ?)", link, asset.value());
            rows.update("""
                    insert into person (id, owner_id, name, name_folded, is_hidden, is_favorite, created_at, updated_at,
                      change_id) values (?, ?, 'Anna', 'anna', ?, ?, 1, 1, ?)
                    """, person, owner, false, false, rows.nextChange());
            rows.update("""
                    insert into asset_face (id, asset_id, person_id, source, image_width, image_height, x1, y1, x2, y2,
                      is_visible, change_id) values (?, ?, ?, 2, 200, 100, 10, 20, 30, 40, ?, ?)
                    """, UUID.randomUUID(), asset.value(), person, true, rows.nextChange());
        });
        return List.of(
                new Held(asset, Relation.ALBUMS, album, "Sea"),
                new Held(asset, Relation.TAGS, tag, "Places/Sea"),
                new Held(asset, Relation.SHARED_LINKS, link, "For Ben"),
                new Held(asset, Relation.FACES, person, "Anna"));
    }

    /** Another album, with these in it. */
    UUID addAlbum(AssetId... assets) {
        UUID another = UUID.randomUUID();
        library.run(() -> fill(another, List.of(assets)));
        return another;
    }

    private void fill(UUID someAlbum, List<AssetId> assets) {
        Database rows = Rows.of(library.storage);
        rows.update("""
                insert into album (id, name, description, is_activity_enabled, is_newest_first, created_at,
                  updated_at, change_id) values (?, 'Sea', '', ?, ?, 1, 1, ?)
                """, someAlbum, true, true, rows.nextChange());
        for (AssetId asset : assets) {
            rows.update(
                    "insert into album_asset (album_id, asset_id, created_at, change_id) values (?, ?, 1, ?)",
                    someAlbum,
                    asset.value(),
                    rows.nextChange());
        }
    }
}
