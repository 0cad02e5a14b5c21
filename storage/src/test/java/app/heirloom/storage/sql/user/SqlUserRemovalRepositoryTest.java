package app.heirloom.storage.sql.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetCounts;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.usage.Usage;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.trash.UserRemoval;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.UserRemoved;
import app.heirloom.library.user.administration.UserAdministration;
import app.heirloom.library.user.document.UserDocument;
import app.heirloom.library.user.login.Sessions;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import app.heirloom.storage.sql.row.Deletions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlUserRemovalRepositoryTest {
    private static final LocalDateTime MAY = LocalDateTime.of(2024, 5, 1, 10, 0);

    @TempDir
    Path folder;

    private Instant now = Samples.NOW;

    @ParameterizedTest
    @EnumSource
    void aDeletedUserGoesAfterAWeekWithEverything(TestDatabase kind) throws Exception {
        DatabaseConfig config = kind.config(folder);
        try (SqlStorage storage = SqlStorage.open(config, InstantSource.system())) {
            User admin = Samples.addUser(storage);
            UserId leaving = Samples.addUser(storage).id();
            Asset kept = addAsset(storage, admin.id(), 1);
            for (int content = 0; content < 450; content++) {
                addAsset(storage, leaving, content);
            }
            storage.transactions().run(() -> {
                storage.userDocuments().save(leaving, UserDocument.PREFERENCES, "{}");
                User user = storage.users().get(leaving);
                storage.users().save(user.withProfile(user.profile().withImage("derivatives/image", Samples.NOW)));
            });
            var removed = new ArrayList<UserId>();
            Events events = new Events();
            events.subscribe(UserRemoved.class, event -> removed.add(event.user()));
            UserAdministration administration = administration(storage, events);

            administration.delete(leaving, false);
            now = now.plus(UserAdministration.RETENTION);
            administration.removeExpired();
            assertThat(runs(storage, events)).as("restored in time").isZero();
            now = now.plus(Duration.ofSeconds(1));
            administration.removeExpired();
            assertThat(runs(storage, events)).isEqualTo(4);

            assertThat(removed).containsExactly(leaving);
            assertThat(administration.list()).extracting(User::id).containsExactly(admin.id());
            assertThat(storage.transactions().read(() -> storage.assets().find(kept.id())))
                    .contains(kept);
            assertThat(storage.transactions().read(() -> storage.removals().list(1_000)))
                    .hasSize(451)
                    .contains(new BlobKey("derivatives/image"));
            assertThat(usersThatClientsForget(config)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRemovalThatFailedGoesOnTheNextNight(TestDatabase kind) throws Exception {
        try (SqlStorage storage = kind.open(folder)) {
            User admin = Samples.addUser(storage);
            UserId leaving = Samples.addUser(storage).id();
            Events events = new Events();
            UserAdministration administration = administration(storage, events);
            administration.delete(leaving, true);
            assertThatThrownBy(() -> administration.restore(leaving)).hasMessageContaining("cannot be restored");
            storage.transactions()
                    .run(() -> storage.jobs()
                            .claim(JobType.USER_REMOVAL.queue(), 1, Duration.ofHours(1))
                            .forEach(job -> storage.jobs().fail(job.id(), "planted")));
            assertThat(runs(storage, events)).isZero();
            administration.removeExpired();
            assertThat(runs(storage, events)).isEqualTo(1);
            assertThat(administration.list()).containsExactly(admin);
        }
    }

    @ParameterizedTest
    @EnumSource
    void usageTellsNumbersOfWhatIsThereAndBytesOfAll(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId ann = Samples.addUser(storage).id();
            UserId bob = Samples.addUser(storage).id();
            addAsset(storage, ann, 1);
            Asset hidden = addAsset(storage, ann, 2);
            Asset trashed = addAsset(storage, ann, 3);
            storage.transactions().run(() -> {
                storage.assets().save(hidden.withState(hidden.state().withVisibility(Visibility.HIDDEN)));
                storage.assets().save(trashed.withState(trashed.state().withTrashed(Samples.NOW)));
            });
            assertThat(storage.transactions().read(() -> storage.usages().list()))
                    .containsExactlyInAnyOrder(
                            new Usage(ann, new AssetCounts(1, 0), 3_000, 0),
                            new Usage(bob, new AssetCounts(0, 0), 0, 0));
        }
    }

    private UserAdministration administration(SqlStorage storage, Events events) {
        var sessions = new Sessions(storage.sessions(), storage.transactions(), events, () -> now);
        var queues = new JobQueues(storage.jobs(), storage.transactions(), events);
        return new UserAdministration(storage.users(), sessions, queues, storage.transactions(), () -> now);
    }

    /** Runs the removal until nobody asks for more, and returns how often that was. */
    private static int runs(SqlStorage storage, Events events) throws Exception {
        var queues = new JobQueues(storage.jobs(), storage.transactions(), events);
        var rows = new UserRemoval.Rows(storage.users(), storage.assets(), storage.userRemovals());
        var removal = new UserRemoval(rows, queues, storage.transactions(), events);
        int runs = 0;
        while (true) {
            var claimed = storage
                    .transactions()
                    .write(() -> storage.jobs().claim(JobType.USER_REMOVAL.queue(), 1, Duration.ofHours(1)))
                    .stream()
                    .filter(job -> job.type() == JobType.USER_REMOVAL)
                    .toList();
            if (claimed.isEmpty()) {
                return runs;
            }
            Runnable writes = removal.handle(claimed.getFirst());
            storage.transactions().run(() -> {
                writes.run();
                storage.jobs().complete(claimed.getFirst().id());
            });
            runs++;
        }
    }

    private static Asset addAsset(SqlStorage storage, UserId owner, int content) {
        Asset asset = Samples.asset(owner, content, "a.jpg", MAY);
        storage.transactions().run(() -> storage.assets().add(asset));
        return asset;
    }

    private static int usersThatClientsForget(DatabaseConfig config) throws SQLException {
        try (Connection connection = DriverManager.getConnection(config.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from deletion where entity = " + Deletions.Entity.USER.code())) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
