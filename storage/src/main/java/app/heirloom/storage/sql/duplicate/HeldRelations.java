package app.heirloom.storage.sql.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations.Held;
import app.heirloom.library.asset.AssetRelations.Relation;
import app.heirloom.storage.database.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what hangs on assets, by its names. */
final class HeldRelations {
    /** Of each relation: the asset, what hangs on it, and how that is called; the last word stands before the assets. */
    private static final Map<Relation, String> QUERIES = Map.of(
            Relation.ALBUMS,
            """
            select asset_id, album.id, name from album_asset join album on album.id = album_id
            where asset_id in
            """,
            Relation.TAGS,
            "select asset_id, tag.id, value from tag_asset join tag on tag.id = tag_id where asset_id in ",
            Relation.SHARED_LINKS,
            """
            select asset_id, shared_link.id, coalesce(description, slug, '')
            from shared_link_asset join shared_link on shared_link.id = link_id where asset_id in
            """,
            Relation.FACES,
            """
            select distinct asset_id, person.id, person.name from asset_face join person on person.id = person_id
            where is_visible and asset_id in
            """,
            Relation.STACK,
            "select id, stack_id, '' from asset where stack_id is not null and id in ");

    private final Database database;

    HeldRelations(Database database) {
        this.database = database;
    }

    /** By relation, then by name. */
    List<Held> list(Collection<AssetId> assets) {
        List<Held> held = new ArrayList<>();
        List<UUID> ids = assets.stream().map(AssetId::value).toList();
        for (Relation relation : Relation.values()) {
            Database.inPortions(
                    ids,
                    (portion, placeholders) -> database.forEach(
                            QUERIES.get(relation) + placeholders + " order by 3, 2",
                            row -> held.add(new Held(new AssetId(row.uuid()), relation, row.uuid(), row.text())),
                            portion.toArray()));
        }
        return held;
    }
}
