package app.heirloom.storage.sql.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.user.AvatarColor;
import app.heirloom.library.user.Profile;
import app.heirloom.library.user.Quota;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.document.UserDocument;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlUserRepositoryTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void keepsEveryPartOfAUser(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            User added = Samples.addUser(storage);
            assertThat(read(storage, () -> storage.users().find(added.id()))).contains(added);
            User changed = added.withAccount(
                            added.account().withName("Bob").withAdmin(false).withShouldChangePassword(true))
                    .withProfile(new Profile(AvatarColor.PINK, "derivatives/x", Samples.NOW.plusSeconds(1)))
                    .withQuota(new Quota(5_000_000_000L, 0))
                    .withStorageLabel("bob")
                    .withLifetime(added.lifetime()
                            .updatedAt(Samples.NOW.plusSeconds(2))
                            .deletedAt(Samples.NOW.plusSeconds(3))
                            .beingRemoved());
            storage.transactions().run(() -> storage.users().save(changed));
            assertThat(read(storage, () -> storage.users().find(added.id()))).contains(changed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmailBelongsToOneUser(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            User first = Samples.addUser(storage);
            User second = new User(UserId.random(), first.account(), Quota.UNLIMITED, Samples.NOW, Samples.NOW);
            assertThat(storage.transactions().write(() -> storage.users().add(second, "hash")))
                    .isFalse();
            assertThat(read(storage, () -> storage.users().list())).containsExactly(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedAdminAdministersNothing(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            User admin = Samples.addUser(storage);
            assertThat(read(storage, () -> storage.users().hasAdmin())).isTrue();
            User deleted = admin.withLifetime(admin.lifetime().deletedAt(Samples.NOW));
            storage.transactions().run(() -> storage.users().save(deleted));
            assertThat(read(storage, () -> storage.users().hasAdmin())).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void secretsAreKeptApartFromTheUser(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId id = Samples.addUser(storage).id();
            assertThat(read(storage, () -> storage.users().findPinHash(id))).isEmpty();
            storage.transactions().run(() -> {
                storage.users().savePinHash(id, Optional.of("pin"));
                storage.users().savePasswordHash(id, "password");
            });
            assertThat(read(storage, () -> storage.users().findPinHash(id))).contains("pin");
            assertThat(read(storage, () -> storage.users().getPasswordHash(id))).isEqualTo("password");
            storage.transactions().run(() -> storage.users().savePinHash(id, Optional.empty()));
            assertThat(read(storage, () -> storage.users().findPinHash(id))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void documentsAreReplacedAndForgotten(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId id = Samples.addUser(storage).id();
            var documents = storage.userDocuments();
            for (String document : new String[] {"{}", "{\"a\":1}"}) {
                storage.transactions().run(() -> documents.save(id, UserDocument.PREFERENCES, document));
                assertThat(read(storage, () -> documents.find(id, UserDocument.PREFERENCES)))
                        .contains(document);
            }
            assertThat(read(storage, () -> documents.find(id, UserDocument.LICENSE)))
                    .isEmpty();
            storage.transactions().run(() -> documents.remove(id, UserDocument.PREFERENCES));
            assertThat(read(storage, () -> documents.find(id, UserDocument.PREFERENCES)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyChangeIsNewerThanTheLast(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            User user = Samples.addUser(storage);
            var before = read(storage, () -> storage.instance().newestChange());
            storage.transactions().run(() -> storage.users().save(user));
            var saved = read(storage, () -> storage.instance().newestChange());
            storage.transactions().run(() -> storage.userDocuments().save(user.id(), UserDocument.ONBOARDING, "{}"));
            var documented = read(storage, () -> storage.instance().newestChange());
            storage.transactions().run(() -> storage.userDocuments().remove(user.id(), UserDocument.ONBOARDING));
            var forgotten = read(storage, () -> storage.instance().newestChange());
            assertThat(List.of(before, saved, documented, forgotten)).isSorted().doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theServersDocumentsAreReplaced(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            assertThat(read(storage, () -> storage.serverDocuments().find("x"))).isEmpty();
            storage.transactions().run(() -> storage.serverDocuments().save("x", "1"));
            storage.transactions().run(() -> storage.serverDocuments().save("x", "2"));
            assertThat(read(storage, () -> storage.serverDocuments().find("x"))).contains("2");
        }
    }

    private static <T> T read(SqlStorage storage, Supplier<T> work) {
        return storage.transactions().read(work);
    }
}
