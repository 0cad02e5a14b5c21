package app.heirloom.storage.sql.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.user.ApiKey;
import app.heirloom.library.user.ApiKeyId;
import app.heirloom.library.user.Device;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.Session;
import app.heirloom.library.user.SessionId;
import app.heirloom.library.user.SessionTimes;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.secret.SecretToken;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlSessionRepositoryTest {
    private static final SessionTimes TIMES = SessionTimes.startingAt(Samples.NOW);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void keepsEveryPartOfASession(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId user = Samples.addUser(storage).id();
            Session added = add(storage, user, TIMES, null);
            Session changed = added.withDevice(new Device("Firefox", "Linux", "3.2.2"))
                    .withTimes(TIMES.withUpdated(Samples.NOW.plusSeconds(1))
                            .withExpires(Samples.NOW.plusSeconds(2))
                            .withElevatedUntil(Samples.NOW.plusSeconds(3)))
                    .withResetPending(true);
            storage.transactions().run(() -> storage.sessions().save(changed));
            assertThat(storage.transactions().read(() -> storage.sessions().find(added.id())))
                    .contains(changed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSessionEndsWithThoseThatItMade(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId user = Samples.addUser(storage).id();
            Session parent = add(storage, user, TIMES, null);
            Session child = add(storage, user, TIMES, parent.id());
            Session grandchild = add(storage, user, TIMES, child.id());
            Session other = add(storage, user, TIMES, null);
            assertThat(storage.transactions().write(() -> storage.sessions().remove(parent.id())))
                    .containsExactlyInAnyOrder(parent.id(), child.id(), grandchild.id());
            assertThat(storage.transactions().read(() -> storage.sessions().list(user)))
                    .containsExactly(other);
            assertThat(storage.transactions().write(() -> storage.sessions().remove(parent.id())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void allOthersOfAUserEndEvenTheOneThatMadeTheSurvivor(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId user = Samples.addUser(storage).id();
            Session parent = add(storage, user, TIMES, null);
            Session child = add(storage, user, TIMES, parent.id());
            Session stranger = add(storage, Samples.addUser(storage).id(), TIMES, null);
            assertThat(storage.transactions().write(() -> storage.sessions().removeAll(user, Optional.of(child.id()))))
                    .containsExactly(parent.id());
            assertThat(storage.transactions().write(() -> storage.sessions().removeAll(user, Optional.empty())))
                    .containsExactly(child.id());
            assertThat(storage.transactions().read(() -> storage.sessions().find(stranger.id())))
                    .contains(stranger);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatExpiredOrIsUnusedIsStale(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId user = Samples.addUser(storage).id();
            Session expired = add(storage, user, TIMES.withExpires(Samples.NOW), null);
            Session unused = add(storage, user, TIMES.withUpdated(Samples.NOW.minus(Duration.ofDays(91))), null);
            add(storage, user, TIMES.withExpires(Samples.NOW.plusSeconds(1)), null);
            add(storage, user, TIMES.withUpdated(Samples.NOW.minus(Duration.ofDays(89))), null);
            assertThat(storage.transactions()
                            .read(() ->
                                    storage.sessions().listStale(Samples.NOW, Samples.NOW.minus(Duration.ofDays(90)))))
                    .containsExactlyInAnyOrder(expired.id(), unused.id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anApiKeyKeepsItsIdWhenNamePermissionsAndSecretChange(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId user = Samples.addUser(storage).id();
            SecretToken first = SecretToken.random();
            SecretToken second = SecretToken.random();
            var key = new ApiKey(ApiKeyId.random(), user, "a", Set.of(Permission.ALL), Samples.NOW, Samples.NOW);
            var changed = key.withName("b")
                    .withPermissions(Set.of(Permission.ASSET_READ, Permission.ASSET_UPLOAD))
                    .updatedAt(Samples.NOW.plusSeconds(1));
            storage.transactions().run(() -> storage.apiKeys().add(key, first.hash()));
            storage.transactions().run(() -> {
                storage.apiKeys().save(changed);
                storage.apiKeys().saveSecret(key.id(), second.hash());
            });
            assertThat(storage.transactions().read(() -> storage.apiKeys().findBySecret(second.hash())))
                    .contains(changed);
            assertThat(storage.transactions().read(() -> storage.apiKeys().findBySecret(first.hash())))
                    .isEmpty();
        }
    }

    private static Session add(SqlStorage storage, UserId user, SessionTimes times, @Nullable SessionId parent) {
        var session = new Session(SessionId.random(), user, Device.UNKNOWN, times, parent, false);
        storage.transactions()
                .run(() -> storage.sessions().add(session, SecretToken.random().hash()));
        return session;
    }
}
