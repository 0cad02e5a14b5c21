package app.heirloom.storage.sql;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations;
import app.heirloom.library.stack.Stack;
import app.heirloom.library.stack.StackRepository;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

final class SqlAssetRelations implements AssetRelations {
    private final Database database;
    private final StackRepository stacks;
    private final FaceCopy faces;
    private final InstantSource clock;

    SqlAssetRelations(Database database, StackRepository stacks, InstantSource clock) {
        this.database = database;
        this.stacks = stacks;
        this.faces = new FaceCopy(database);
        this.clock = clock;
    }

    @Override
    public void copy(Collection<Relation> relations, Collection<AssetId> sources, AssetId target) {
        for (AssetId source : sources) {
            for (Relation relation : relations) {
                switch (relation) {
                    case ALBUMS -> copyAlbums(source, target);
                    case TAGS -> copyPairs("tag_asset", "tag_id", source, target);
                    case SHARED_LINKS -> copyPairs("shared_link_asset", "link_id", source, target);
                    case FACES -> faces.copy(source, target);
                    case STACK -> copyStack(source, target);
                }
            }
        }
    }

    private void copyPairs(String table, String other, AssetId source, AssetId target) {
        database.update(
                "insert into " + table + " (" + other + ", asset_id) select " + other
                        + ", (select id from asset where id = ?) from " + table
                        + " where asset_id = ? on conflict do nothing",
                target.value(),
                source.value());
    }

    /** Row by row, since each new membership is a change of its own for those who synchronise the album. */
    private void copyAlbums(AssetId source, AssetId target) {
        List<UUID> albums = database.list("""
                select album_id from album_asset where asset_id = ?
                  and album_id not in (select album_id from album_asset where asset_id = ?)
                """, Row::uuid, source.value(), target.value());
        for (UUID album : albums) {
            database.update(
                    "insert into album_asset (album_id, asset_id, created_at, change_id) values (?, ?, ?, ?)",
                    album,
                    target.value(),
                    clock.instant(),
                    database.nextChange());
            database.update(
                    "update album set updated_at = ?, change_id = ? where id = ?",
                    clock.instant(),
                    database.nextChange(),
                    album);
        }
    }

    private void copyStack(AssetId source, AssetId target) {
        Optional<Stack> given = stacks.findByAsset(source);
        Optional<Stack> own = stacks.findByAsset(target);
        if (given.isEmpty() || given.equals(own)) {
            return;
        }
        Stack kept = own.orElse(given.get());
        Set<AssetId> members = new LinkedHashSet<>(kept.assets());
        members.addAll(given.get().assets());
        members.add(target);
        Stack joined = new Stack(kept.id(), kept.owner(), List.copyOf(members));
        stacks.save(joined.primary().equals(source) ? joined.withPrimary(target) : joined);
    }
}
