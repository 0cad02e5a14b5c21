package app.heirloom.storage.sql.sync;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations.Gift;
import app.heirloom.library.asset.AssetRelations.Relation;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import app.heirloom.storage.sql.row.Deletions;
import app.heirloom.storage.sql.row.Deletions.Entity;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Users who edit a library at random, each edit in a transaction of its own, as the features do it. */
final class SyncWorld {
    private static final LocalDateTime MAY = LocalDateTime.of(2024, 5, 31, 12, 0);

    private final SqlStorage storage;
    private final Database database;
    private final Deletions deletions;
    private final Random random;
    private final List<UUID> users;
    private final List<Runnable> edits = List.of(
            this::addAsset,
            this::addAsset,
            this::addAsset,
            this::editAsset,
            this::editAsset,
            this::saveExif,
            this::saveExif,
            this::removeAsset,
            this::addAlbum,
            this::renameAlbum,
            this::removeAlbum,
            this::join,
            this::join,
            this::changeRole,
            this::leave,
            this::link,
            this::link,
            this::link,
            this::unlink,
            this::give,
            this::takeBack,
            this::stack,
            this::unstack,
            this::addPerson,
            this::renamePerson,
            this::removePerson,
            this::addFace,
            this::reassignFace,
            this::removeFace,
            this::readText,
            this::readText,
            this::writeDocument,
            this::removeDocument,
            this::renameUser);
    private final List<Given> given = new ArrayList<>();
    private int contents;

    private record Given(AssetId target, List<Gift> gifts) {}

    SyncWorld(SqlStorage storage, Database database, Random random, List<UserId> users) {
        this.storage = storage;
        this.database = database;
        this.deletions = new Deletions(database);
        this.random = random;
        this.users = users.stream().map(UserId::value).toList();
    }

    void edit() {
        storage.transactions().run(edits.get(random.nextInt(edits.size())));
    }

    private void addAsset() {
        contents++;
        Asset asset = Samples.asset(new UserId(anyUser()), contents, "photo " + contents, MAY);
        storage.assets().add(asset);
        if (random.nextBoolean()) {
            storage.exifs().save(asset.id(), Exif.UNKNOWN);
        }
    }

    private void editAsset() {
        any("asset", id -> {
            Asset asset = storage.assets().get(new AssetId(id));
            var state = asset.state();
            storage.assets()
                    .save(asset.withState(
                            switch (random.nextInt(3)) {
                                case 0 -> state.withFavorite(!state.favorite());
                                case 1 -> state.withVisibility(any(Visibility.values()));
                                default -> state.withTrashed(state.trashed() == null ? Samples.NOW : null);
                            }));
        });
    }

    private void saveExif() {
        any("asset", id -> {
            Exif known = Exif.UNKNOWN;
            var caption = new Caption("words " + random.nextInt(1_000), null, List.of());
            storage.exifs()
                    .save(
                            new AssetId(id),
                            new Exif(
                                    known.camera(),
                                    known.exposure(),
                                    known.capture(),
                                    Location.UNKNOWN,
                                    caption,
                                    known.frame()));
        });
    }

    private void removeAsset() {
        any("asset", id -> storage.assets().remove(Set.of(new AssetId(id))));
    }

    private void addAlbum() {
        UUID album = UUID.randomUUID();
        database.update("""
                insert into album (id, name, description, is_activity_enabled, is_newest_first, created_at, updated_at,
                  change_id) values (?, ?, '', true, true, 0, 0, ?)
                """, album, "album " + random.nextInt(1_000), database.nextChange());
        addMember(album, anyUser(), 0);
    }

    private void renameAlbum() {
        any(
                "album",
                id -> database.update(
                        "update album set name = ?, change_id = ? where id = ?",
                        "album " + random.nextInt(1_000),
                        database.nextChange(),
                        id));
    }

    private void removeAlbum() {
        any("album", album -> {
            for (UUID member : uuids("select user_id from album_user where album_id = ?", album)) {
                deletions.note(Entity.ALBUM, member, album);
            }
            database.update("delete from album where id = ?", album);
        });
    }

    private void join() {
        any("album", album -> addMember(album, anyUser(), 2));
    }

    private void addMember(UUID album, UUID user, int role) {
        database.update("""
                insert into album_user (album_id, user_id, role, created_at, created_change_id, change_id)
                values (?, ?, ?, 0, ?, ?) on conflict do nothing
                """, album, user, role, database.nextChange(), database.nextChange());
    }

    private void changeRole() {
        any(
                "album",
                album -> anyOf(
                        guests(album),
                        user -> database.update(
                                "update album_user set role = 3 - role, change_id = ? where album_id = ? and user_id = ?",
                                database.nextChange(),
                                album,
                                user)));
    }

    private void leave() {
        any(
                "album",
                album -> anyOf(guests(album), user -> {
                    database.update("delete from album_user where album_id = ? and user_id = ?", album, user);
                    deletions.note(Entity.ALBUM, user, album);
                    deletions.note(Entity.ALBUM_USER, album, album, user);
                }));
    }

    private void link() {
        any("album", album -> any("asset", asset -> database.update("""
                insert into album_asset (album_id, asset_id, created_at, change_id) values (?, ?, 0, ?)
                on conflict do nothing
                """, album, asset, database.nextChange())));
    }

    private void unlink() {
        any(
                "album",
                album -> anyOf(uuids("select asset_id from album_asset where album_id = ?", album), asset -> {
                    database.update("delete from album_asset where album_id = ? and asset_id = ?", album, asset);
                    deletions.note(Entity.ALBUM_ASSET, album, album, asset);
                }));
    }

    private void give() {
        any(
                "asset",
                source -> anyOf(
                        uuids(
                                "select id from asset where owner_id = ? and id <> ? order by change_id",
                                ownerOf("asset", source),
                                source),
                        id -> {
                            AssetId target = new AssetId(id);
                            Set<Relation> relations = EnumSet.complementOf(EnumSet.of(Relation.STACK));
                            given.add(new Given(
                                    target, storage.relations().copy(relations, List.of(new AssetId(source)), target)));
                        }));
    }

    /** Some of it may be gone by now, with the asset or without. */
    private void takeBack() {
        if (!given.isEmpty()) {
            Given gone = given.remove(random.nextInt(given.size()));
            storage.relations().takeBack(gone.gifts(), gone.target());
        }
    }

    private void stack() {
        any("asset", asset -> {
            UUID stack = UUID.randomUUID();
            UUID owner = ownerOf("asset", asset);
            database.update(
                    "insert into stack (id, owner_id, primary_asset_id, created_at, updated_at, change_id)"
                            + " values (?, ?, ?, 0, 0, ?)",
                    stack,
                    owner,
                    asset,
                    database.nextChange());
            database.update(
                    "update asset set stack_id = ?, change_id = ? where id = ?", stack, database.nextChange(), asset);
        });
    }

    private void unstack() {
        any("stack", stack -> {
            deletions.note(Entity.STACK, ownerOf("stack", stack), stack);
            database.update("delete from stack where id = ?", stack);
            for (UUID asset : uuids("select id from asset where stack_id = ?", stack)) {
                database.update(
                        "update asset set stack_id = null, change_id = ? where id = ?", database.nextChange(), asset);
            }
        });
    }

    private void addPerson() {
        database.update("""
                insert into person (id, owner_id, name, name_folded, is_hidden, is_favorite, created_at, updated_at,
                  change_id) values (?, ?, '', '', false, false, 0, 0, ?)
                """, UUID.randomUUID(), anyUser(), database.nextChange());
    }

    private void renamePerson() {
        any(
                "person",
                id -> database.update(
                        "update person set name = ?, birth_day = ?, change_id = ? where id = ?",
                        "person " + random.nextInt(1_000),
                        random.nextInt(20_000),
                        database.nextChange(),
                        id));
    }

    private void removePerson() {
        any("person", person -> {
            for (UUID face : uuids("select id from asset_face where person_id = ?", person)) {
                database.update(
                        "update asset_face set person_id = null, change_id = ? where id = ?",
                        database.nextChange(),
                        face);
            }
            deletions.note(Entity.PERSON, ownerOf("person", person), person);
            database.update("delete from person where id = ?", person);
        });
    }

    private void addFace() {
        any("asset", asset -> database.update("""
                insert into asset_face (id, asset_id, source, image_width, image_height, x1, y1, x2, y2, is_visible,
                  change_id) values (?, ?, 2, 100, 100, 1, 2, 3, 4, true, ?)
                """, UUID.randomUUID(), asset, database.nextChange()));
    }

    private void reassignFace() {
        any("asset_face", face -> {
            UUID owner = uuids(
                            "select owner_id from asset join asset_face on asset.id = asset_id where asset_face.id = ?",
                            face)
                    .getFirst();
            anyOf(
                    uuids("select id from person where owner_id = ? order by change_id", owner),
                    person -> database.update(
                            "update asset_face set person_id = ?, change_id = ? where id = ?",
                            person,
                            database.nextChange(),
                            face));
        });
    }

    private void removeFace() {
        any("asset_face", face -> {
            UUID owner = uuids(
                            "select owner_id from asset join asset_face on asset.id = asset_id where asset_face.id = ?",
                            face)
                    .getFirst();
            deletions.note(Entity.FACE, owner, face);
            database.update("delete from asset_face where id = ?", face);
        });
    }

    /** There may be nothing to read. */
    private void readText() {
        any("asset", id -> {
            var lines = Stream.generate(() -> Samples.line("words " + random.nextInt(1_000)))
                    .limit(random.nextInt(4))
                    .toList();
            storage.texts()
                    .save(
                            new ModelId("reader"),
                            storage.assets().get(new AssetId(id)).original().checksum(),
                            lines);
        });
    }

    private void writeDocument() {
        String document = "{\"number\":" + random.nextInt(1_000) + "}";
        database.update("""
                insert into user_document (user_id, key, document, change_id) values (?, 'preferences', ?, ?)
                on conflict (user_id, key) do update set document = excluded.document, change_id = excluded.change_id
                """, anyUser(), document, database.nextChange());
        any("asset", asset -> database.update("""
                insert into asset_document (asset_id, key, document, updated_at, change_id) values (?, 'note', ?, 0, ?)
                on conflict (asset_id, key) do update set document = excluded.document, change_id = excluded.change_id
                """, asset, document, database.nextChange()));
    }

    private void removeDocument() {
        UUID user = anyUser();
        if (database.update("delete from user_document where user_id = ?", user) > 0) {
            deletions.note(Entity.USER_DOCUMENT, user, user, "preferences");
        }
        anyOf(uuids("select asset_id from asset_document order by change_id"), asset -> {
            database.update("delete from asset_document where asset_id = ?", asset);
            deletions.note(Entity.ASSET_DOCUMENT, ownerOf("asset", asset), asset, "note");
        });
    }

    private void renameUser() {
        database.update(
                "update app_user set name = ?, change_id = ? where id = ?",
                "user " + random.nextInt(1_000),
                database.nextChange(),
                anyUser());
    }

    private List<UUID> guests(UUID album) {
        return uuids("select user_id from album_user where album_id = ? and role <> 0 order by change_id", album);
    }

    private UUID ownerOf(String table, UUID id) {
        return uuids("select owner_id from " + table + " where id = ?", id).getFirst();
    }

    private List<UUID> uuids(String sql, Object... arguments) {
        return database.list(sql, Row::uuid, arguments);
    }

    private UUID anyUser() {
        return users.get(random.nextInt(users.size()));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** In an order that is the same in every run of a seed. */
    private void any(String table, Consumer<UUID> edit) {
        anyOf(uuids("select id from " + table + " order by change_id"), edit);
    }

    private void anyOf(List<UUID> ids, Consumer<UUID> edit) {
        if (!ids.isEmpty()) {
            edit.accept(ids.get(random.nextInt(ids.size())));
        }
    }
}
