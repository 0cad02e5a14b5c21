package app.heirloom.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.search.FormerModels;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.OwnedLibrary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormerModelsTest {
    private static final ModelId WANTED = new ModelId("wanted");
    private static final ModelId FORMER = new ModelId("former");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path home;

    private Instant now = Instant.parse("2026-01-01T03:00:00Z");

    @ParameterizedTest
    @EnumSource
    void whatWasTakenOverGoesOnceThereWasTimeToGoBack(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, home)) {
            AssetId both = seenBy(library, library.addAsset(), FORMER, WANTED);
            AssetId formerAlone = seenBy(library, library.addAsset(), FORMER);
            remove(library, WANTED);
            now = now.plus(FormerModels.GRACE).minus(DAY);
            remove(library, WANTED);
            assertThat(has(library, both, FORMER)).as("time to go back").isTrue();

            now = now.plus(DAY);
            remove(library, WANTED);
            remove(library, WANTED);
            assertThat(has(library, both, FORMER)).isFalse();
            assertThat(has(library, both, WANTED)).isTrue();
            assertThat(has(library, formerAlone, FORMER))
                    .as("the wanted one could not look at it")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoGoesBackHasTheTimeAnew(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, home)) {
            AssetId asset = seenBy(library, library.addAsset(), FORMER, WANTED);
            remove(library, WANTED);
            now = now.plus(FormerModels.GRACE);
            remove(library, FORMER);
            now = now.plus(DAY);
            remove(library, WANTED);
            assertThat(has(library, asset, FORMER)).isTrue();
            assertThat(has(library, asset, WANTED)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingGoesWhileTheWantedModelHasWork(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, home)) {
            AssetId asset = seenBy(library, library.addAsset(), FORMER, WANTED);
            remove(library, WANTED);
            now = now.plus(FormerModels.GRACE);
            library.run(() -> queues(library).add(JobType.IMAGE_EMBEDDING, asset.value()));
            remove(library, WANTED);
            assertThat(has(library, asset, FORMER)).isTrue();
        }
    }

    private void remove(OwnedLibrary library, ModelId wanted) {
        var storage = library.storage;
        var shelves = new FormerModels.Shelves(storage.embeddings(), storage.serverDocuments());
        new FormerModels(wanted, shelves, queues(library), storage.transactions(), () -> now).remove();
    }

    private static JobQueues queues(OwnedLibrary library) {
        return new JobQueues(library.storage.jobs(), library.storage.transactions(), new Events());
    }

    private static AssetId seenBy(OwnedLibrary library, AssetId asset, ModelId... models) {
        for (ModelId model : models) {
            library.run(() -> library.storage
                    .embeddings()
                    .save(model, content(library, asset), Embedding.of(new float[] {1, 2})));
        }
        return asset;
    }

    private static boolean has(OwnedLibrary library, AssetId asset, ModelId model) {
        return library.storage
                .transactions()
                .read(() -> library.storage
                        .embeddings()
                        .find(model, content(library, asset))
                        .isPresent());
    }

    private static Checksum content(OwnedLibrary library, AssetId asset) {
        return library.storage.assets().get(asset).original().checksum();
    }
}
