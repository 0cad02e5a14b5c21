package app.heirloom.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.duplicate.EmbeddingHints;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.IndexUpkeep;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.OwnedLibrary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which contents are worth a closer look, by embeddings of three numbers. */
class EmbeddingHintsTest {
    private static final ModelId MODEL = new ModelId("colours");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsNearIsNamed(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            EmbeddingHints hints = hints(library, MODEL);
            AssetId one = add(library, 1, 0, 0);
            AssetId near = add(library, 1, 0.4f, 0); // similarity 0.93
            AssetId far = add(library, 1, 0.6f, 0); // similarity 0.86
            AssetId unseen = library.addAsset();
            assertThat(hints.near(library.asset(one)))
                    .containsExactlyInAnyOrder(content(library, one), content(library, near));
            assertThat(hints.near(library.asset(far)))
                    .containsExactlyInAnyOrder(content(library, far), content(library, near));
            assertThat(hints.near(library.asset(unseen))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsGoneOrAnotherModelsIsNotNamed(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            EmbeddingHints hints = hints(library, MODEL);
            AssetId one = add(library, 1, 0, 0);
            AssetId gone = add(library, 1, 0.1f, 0);
            Checksum goneContent = content(library, gone);
            assertThat(hints.near(library.asset(one))).contains(goneContent);
            library.run(() -> library.storage.assets().remove(List.of(gone)));
            assertThat(hints.near(library.asset(one))).containsExactly(content(library, one));
            assertThat(hints(library, new ModelId("other")).near(library.asset(one)))
                    .isEmpty();
        }
    }

    private static EmbeddingHints hints(OwnedLibrary library, ModelId model) {
        var storage = library.storage;
        var index = new ExactIndex(model);
        return new EmbeddingHints(
                storage.embeddings(),
                index,
                new IndexUpkeep(storage.embeddings(), index, storage.transactions()),
                storage.transactions());
    }

    private static AssetId add(OwnedLibrary library, float... embedding) {
        AssetId id = library.addAsset();
        library.run(() -> library.storage.embeddings().save(MODEL, content(library, id), Embedding.of(embedding)));
        return id;
    }

    private static Checksum content(OwnedLibrary library, AssetId id) {
        return library.asset(id).original().checksum();
    }
}
