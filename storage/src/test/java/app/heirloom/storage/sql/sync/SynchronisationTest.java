package app.heirloom.storage.sql.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.album.Album;
import app.heirloom.library.album.AlbumDetails;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.AlbumRole;
import app.heirloom.library.album.Membership;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.sync.Checkpoints;
import app.heirloom.library.sync.SyncTopic;
import app.heirloom.library.sync.Synchronisation;
import app.heirloom.library.user.Device;
import app.heirloom.library.user.Session;
import app.heirloom.library.user.SessionId;
import app.heirloom.library.user.SessionTimes;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.secret.TokenHash;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.database.Dialect;
import app.heirloom.storage.database.SqlTransactions;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random edits by several users, against clients that receive, acknowledge and break off at random. */
class SynchronisationTest {
    private static final int VISITS = Integer.getInteger("sync.visits", 120);
    private static final int PORTION = 3;
    private static final LocalDateTime MAY = LocalDateTime.of(2024, 5, 31, 12, 0);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyClientEndsWithWhatItsUserSees(TestDatabase kind) {
        long seed = Long.getLong("sync.seed", System.nanoTime());
        System.getLogger("sync").log(System.Logger.Level.INFO, "-Dsync.seed={0}", Long.toString(seed));
        DatabaseConfig config = kind.config(folder);
        try (SqlStorage storage = SqlStorage.open(config, InstantSource.system())) {
            var database = new Database((SqlTransactions) storage.transactions(), Dialect.of(config.url()));
            assertThat(new Run(storage, database, new Random(seed)).differences())
                    .as("-Dsync.seed=%d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAlbumJoinedWhileAnotherOneChangesArrivesWithTheNextVisit(TestDatabase kind) {
        DatabaseConfig config = kind.config(folder);
        try (SqlStorage storage = SqlStorage.open(config, InstantSource.system())) {
            var database = new Database((SqlTransactions) storage.transactions(), Dialect.of(config.url()));
            var run = new Run(storage, database, new Random(1));
            SyncClient client = run.clients.getFirst();
            UserId user = client.session().user();
            Album known = addAlbum(storage, user);
            run.finish(client);

            var edits = new ArrayDeque<Runnable>(List.of(() -> {
                addAlbum(storage, user);
                storage.albums().albums().save(known);
            }));
            storage.transactions().run(() -> storage.assets().add(Samples.asset(user, 1, "first.jpg", MAY)));
            client.receive(run.synchronisation, run.current(client), () -> {
                if (!edits.isEmpty()) {
                    storage.transactions().run(edits.remove());
                }
            });
            client.acknowledge(run.checkpoints, client.runs());
            run.finish(client);

            assertThat(client.rows().keySet()).containsAll(run.truth(user).keySet());
        }
    }

    private static Album addAlbum(SqlStorage storage, UserId owner) {
        var album = new Album(AlbumId.random(), AlbumDetails.of("Album", ""), null, Samples.NOW, Samples.NOW);
        storage.transactions().run(() -> {
            storage.albums().albums().add(album);
            storage.albums().members().add(album.id(), new Membership(owner, AlbumRole.OWNER), Samples.NOW);
        });
        return album;
    }

    /** One seed's course of events. */
    private static final class Run {
        private final SqlStorage storage;
        private final Database database;
        private final Random random;
        private final Checkpoints checkpoints;
        private final Synchronisation synchronisation;
        private final SyncWorld world;
        private final List<SyncClient> clients = new ArrayList<>();

        Run(SqlStorage storage, Database database, Random random) {
            this.storage = storage;
            this.database = database;
            this.random = random;
            this.checkpoints = new Checkpoints(storage.checkpoints(), storage.transactions(), InstantSource.system());
            this.synchronisation = new Synchronisation(
                    storage.sync(), storage.albumSync(), checkpoints, storage.transactions(), PORTION);
            List<UserId> users = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                UserId user = Samples.addUser(storage).id();
                users.add(user);
                clients.add(new SyncClient(addSession(user), SyncTopic.ALBUMS_WITH_OWNER));
                clients.add(new SyncClient(addSession(user), SyncTopic.ALBUMS));
            }
            this.world = new SyncWorld(storage, database, random, users);
        }

        Map<String, String> differences() {
            for (int i = 0; i < VISITS; i++) {
                for (int edits = random.nextInt(12); edits > 0; edits--) {
                    world.edit();
                }
                visit(clients.get(random.nextInt(clients.size())));
            }
            Map<String, String> differences = new TreeMap<>();
            for (SyncClient client : clients) {
                finish(client);
                Map<String, String> expected = truth(client.session().user());
                expected.forEach((key, value) -> {
                    if (!value.equals(client.rows().get(key))) {
                        differences.put(key, value + " but has " + client.rows().get(key));
                    }
                });
                client.rows().keySet().stream()
                        .filter(key -> !expected.containsKey(key))
                        .forEach(key -> differences.put(key, "unexpected"));
            }
            return differences;
        }

        private void visit(SyncClient client) {
            if (random.nextInt(30) == 0) {
                Session session = client.session().withResetPending(true);
                storage.transactions().run(() -> storage.sessions().save(session));
            }
            boolean isCutOff = random.nextInt(3) == 0;
            client.receive(synchronisation, current(client), () -> {
                if (random.nextInt(5) == 0) {
                    world.edit();
                }
                if (isCutOff && random.nextInt(30) == 0) {
                    throw new IOException("cut off");
                }
            });
            client.acknowledge(checkpoints, random.nextInt(3) == 0 ? random.nextInt(client.runs() + 1) : client.runs());
        }

        private void finish(SyncClient client) {
            boolean isComplete;
            do {
                isComplete = client.receive(synchronisation, current(client), () -> {});
                client.acknowledge(checkpoints, client.runs());
            } while (!isComplete);
        }

        private Session current(SyncClient client) {
            return storage.transactions()
                    .read(() -> storage.sessions().list(client.session().user()).stream()
                            .filter(session ->
                                    session.id().equals(client.session().id()))
                            .findFirst()
                            .orElseThrow());
        }

        private Session addSession(UserId user) {
            Session session = new Session(
                    SessionId.random(), user, Device.UNKNOWN, SessionTimes.startingAt(Samples.NOW), null, false);
            storage.transactions()
                    .run(() -> storage.sessions()
                            .add(session, TokenHash.of(session.id().toString())));
            return session;
        }

        private Map<String, String> truth(UserId user) {
            return storage.transactions().read(() -> new Truth(storage, database, user.value()).rows());
        }
    }

    /** What a user sees, by the plainest queries. */
    private static final class Truth {
        private static final String MINE = " (select album_id from album_user where user_id = ?) ";

        private final SqlStorage storage;
        private final Database database;
        private final UUID user;
        private final Map<String, String> rows = new TreeMap<>();

        Truth(SqlStorage storage, Database database, UUID user) {
            this.storage = storage;
            this.database = database;
            this.user = user;
        }

        Map<String, String> rows() {
            add("self", "select id, name from app_user where id = ?");
            rows.replaceAll((key, value) -> value);
            rows.put("self", String.valueOf(rows.remove("self " + user)));
            add("user", "select id, name from app_user where ? is not null");
            addAssets("select id from asset where owner_id = ?");
            addAssets("select asset_id from album_asset where album_id in" + MINE);
            add("album", "select id, name from album where id in" + MINE);
            add("stack", "select id, primary_asset_id from stack where owner_id = ?", true);
            database.forEach(
                    "select user_id, album_id, role from album_user where album_id in" + MINE,
                    row -> rows.put(
                            "member user " + row.uuid() + " in album " + row.uuid(),
                            List.of("OWNER", "EDITOR", "VIEWER").get(row.integer())),
                    user);
            database.forEach(
                    "select asset_id, album_id from album_asset where album_id in" + MINE,
                    row -> rows.put("link asset " + row.uuid() + " in album " + row.uuid(), ""),
                    user);
            database.forEach(
                    "select id, name, birth_day from person where owner_id = ?",
                    row -> rows.put("person " + row.uuid(), row.text() + " " + day(row.numberOrNull())),
                    user);
            database.forEach(
                    "select id, asset_id, person_id from asset_face"
                            + " where asset_id in (select id from asset where owner_id = ?)",
                    row -> rows.put("face " + row.uuid() + " in asset " + row.uuid(), String.valueOf(row.uuidOrNull())),
                    user);
            database.forEach(
                    "select position, asset.id, text from text_line join asset on asset.checksum = text_line.checksum"
                            + " where owner_id = ?",
                    row -> rows.put("text " + row.integer() + " in asset " + row.uuid(), row.text()),
                    user);
            database.forEach(
                    "select key, document from user_document where user_id = ?",
                    row -> rows.put("document " + row.text(), row.text()),
                    user);
            database.forEach(
                    "select key, asset_id, document from asset_document"
                            + " where asset_id in (select id from asset where owner_id = ?)",
                    row -> rows.put("document " + row.text() + " in asset " + row.uuid(), row.text()),
                    user);
            return rows;
        }

        private static String day(@Nullable Long day) {
            return day == null ? "null" : LocalDate.ofEpochDay(day).toString();
        }

        private void add(String kind, String sql) {
            add(kind, sql, false);
        }

        private void add(String kind, String sql, boolean isReference) {
            database.forEach(
                    sql,
                    row -> rows.put(
                            kind + " " + row.uuid(), isReference ? row.uuid().toString() : row.text()),
                    user);
        }

        private void addAssets(String sql) {
            for (UUID id : database.list(sql, row -> row.uuid(), user)) {
                AssetId asset = new AssetId(id);
                var found = storage.assets().get(asset);
                boolean isOwn = found.owner().value().equals(user);
                rows.put(
                        "asset " + id,
                        SyncClient.describe(
                                isOwn ? found : found.withState(found.state().withFavorite(false))));
                storage.exifs()
                        .find(asset)
                        .ifPresent(exif -> rows.put("exif " + id, exif.caption().description()));
            }
        }
    }
}
