package app.heirloom.storage.sql.asset;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.event.ChangeId;
import app.heirloom.library.sync.Change;
import app.heirloom.library.sync.ChangeRange;
import app.heirloom.library.sync.Deletable;
import app.heirloom.library.sync.Deletion;
import app.heirloom.library.sync.entity.SyncedTextLine;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlTextRepositoryTest {
    private static final ModelId MODEL = new ModelId("reader");
    private static final ChangeRange ALL = new ChangeRange(ChangeId.NONE, ChangeRange.END, 100);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyOwnerOfAContentLearnsItsText(TestDatabase kind) {
        try (SqlStorage storage = SqlStorage.open(kind.config(folder), InstantSource.system())) {
            Asset hers = addAsset(storage);
            read(storage, "EXIT", "Gate 7");
            Asset his = addAsset(storage);
            assertThat(told(storage, his.owner())).isEmpty();
            read(storage, "EXIT", "Gate 7");
            for (Asset asset : List.of(hers, his)) {
                List<Change<SyncedTextLine>> told = told(storage, asset.owner());
                assertThat(told).extracting(change -> change.what().asset()).containsOnly(asset.id());
                assertThat(told)
                        .extracting(change -> change.what().position() + " "
                                + change.what().line().text())
                        .containsExactly("0 EXIT", "1 Gate 7");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAnotherModelReadsComesAfterTheEndOfTheOldText(TestDatabase kind) {
        try (SqlStorage storage = SqlStorage.open(kind.config(folder), InstantSource.system())) {
            Asset asset = addAsset(storage);
            read(storage, "EXIT", "Gate 7");
            read(storage, "EXIT");
            List<Change<Deletion>> deletions =
                    storage.transactions().read(() -> storage.sync().listDeletions(Deletable.TEXT, asset.owner(), ALL));
            assertThat(deletions)
                    .extracting(gone -> gone.what().id())
                    .containsExactly(asset.id().value());
            List<Change<SyncedTextLine>> told = told(storage, asset.owner());
            assertThat(told).hasSize(1);
            assertThat(told.getFirst().id()).isGreaterThan(deletions.getFirst().id());
            storage.transactions().run(() -> storage.assets().remove(List.of(asset.id())));
            assertThat(told(storage, asset.owner())).isEmpty();
        }
    }

    private static Asset addAsset(SqlStorage storage) {
        Asset asset = Samples.asset(Samples.addUser(storage).id(), 1, "a.jpg", LocalDateTime.of(2024, 5, 31, 12, 0));
        storage.transactions().run(() -> storage.assets().add(asset));
        return asset;
    }

    private static void read(SqlStorage storage, String... lines) {
        storage.transactions()
                .run(() -> storage.texts()
                        .save(
                                MODEL,
                                Samples.checksum(1),
                                Stream.of(lines).map(Samples::line).toList()));
    }

    private static List<Change<SyncedTextLine>> told(SqlStorage storage, UserId owner) {
        return storage.transactions().read(() -> storage.sync().listTexts(owner, ALL));
    }
}
