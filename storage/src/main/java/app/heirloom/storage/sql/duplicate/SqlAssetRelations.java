package app.heirloom.storage.sql.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations;
import app.heirloom.library.stack.Stack;
import app.heirloom.library.stack.StackRepository;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.album.AlbumRows;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

public final class SqlAssetRelations implements AssetRelations {
    private final Database database;
    private final StackRepository stacks;
    private final FaceCopy faces;
    private final GiftReturn returns;
    private final HeldRelations held;
    private final InstantSource clock;

    public SqlAssetRelations(Database database, StackRepository stacks, InstantSource clock) {
        this.database = database;
        this.stacks = stacks;
        this.faces = new FaceCopy(database);
        this.returns = new GiftReturn(database, clock);
        this.held = new HeldRelations(database);
        this.clock = clock;
    }

    @Override
    public List<Held> list(Collection<AssetId> assets) {
        return held.list(assets);
    }

    @Override
    public List<Gift> copy(Collection<Relation> relations, Collection<AssetId> sources, AssetId target) {
        List<Gift> gifts = new ArrayList<>();
        for (AssetId source : sources) {
            for (Relation relation : relations) {
                switch (relation) {
                    case ALBUMS -> gifts.addAll(copyAlbums(source, target));
                    case TAGS -> gifts.addAll(copyPairs(GiftKind.TAG, "tag_asset", "tag_id", source, target));
                    case SHARED_LINKS ->
                        gifts.addAll(copyPairs(GiftKind.SHARED_LINK, "shared_link_asset", "link_id", source, target));
                    case FACES -> gifts.addAll(faces.copy(source, target));
                    case STACK -> copyStack(source, target);
                }
            }
        }
        return gifts;
    }

    @Override
    public List<Gift> takeBack(Collection<Gift> gifts, AssetId target) {
        return gifts.stream().filter(gift -> returns.takeBack(gift, target)).toList();
    }

    private List<Gift> copyPairs(GiftKind kind, String table, String other, AssetId source, AssetId target) {
        List<UUID> given = missing(table, other, source, target);
        for (UUID id : given) {
            database.update("insert into " + table + " (" + other + ", asset_id) values (?, ?)", id, target.value());
        }
        return gifts(kind, given);
    }

    /** Row by row, since each new membership is a change of its own for those who synchronise the album. */
    private List<Gift> copyAlbums(AssetId source, AssetId target) {
        List<UUID> albums = missing("album_asset", "album_id", source, target);
        for (UUID album : albums) {
            database.update(
                    "insert into album_asset (album_id, asset_id, created_at, change_id) values (?, ?, ?, ?)",
                    album,
                    target.value(),
                    clock.instant(),
                    database.nextChange());
            AlbumRows.touch(database, album, clock.instant());
        }
        return gifts(GiftKind.ALBUM, albums);
    }

    /** What the source is paired with and the target is not. */
    private List<UUID> missing(String table, String other, AssetId source, AssetId target) {
        return database.list(
                "select " + other + " from " + table + " where asset_id = ? and " + other + " not in (select " + other
                        + " from " + table + " where asset_id = ?)",
                Row::uuid,
                source.value(),
                target.value());
    }

    private static List<Gift> gifts(GiftKind kind, List<UUID> ids) {
        return ids.stream().map(id -> new Gift(kind, id, null)).toList();
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
