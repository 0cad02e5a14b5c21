package app.heirloom.tools.identities.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserFolderTest {
    private static final StoreOwner ANN = new StoreOwner("http://nas", "1", "Ann", "ann@example.com");
    private static final StoreOwner BOB = new StoreOwner("http://nas", "2", "Bob", "bob@example.com");

    @TempDir
    private Path store;

    @Test
    void aFolderBelongsToOneUser() {
        UserFolder.create(store, "ann", ANN).close();
        UserFolder.create(store, "ann", new StoreOwner("http://elsewhere", "1", "Anna", "a@b.c"))
                .close();
        assertThatThrownBy(() -> UserFolder.create(store, "ann", BOB))
                .hasMessageContaining("is of Ann <ann@example.com>")
                .hasMessageContaining("the API key of Bob <bob@example.com>");
        try (UserFolder folder = UserFolder.open(store, "ann")) {
            assertThat(folder.owner()).isEqualTo(ANN);
        }
    }

    @Test
    void oneProgramAtATimeUsesIt() {
        try (UserFolder _ = UserFolder.create(store, "ann", ANN)) {
            assertThatThrownBy(() -> UserFolder.open(store, "ann")).hasMessageContaining("in use by another run");
            assertThatThrownBy(() -> UserFolder.create(store, "ann", ANN)).hasMessageContaining("in use");
        }
        UserFolder.open(store, "ann").close();
    }

    @Test
    void whatWasNeverStagedIsNotThere() {
        assertThatThrownBy(() -> UserFolder.open(store, "ann")).hasMessageContaining("Nothing was staged for ann");
    }

    @Test
    void aDamagedOwnerIsTold() throws IOException {
        UserFolder.create(store, "ann", ANN).close();
        Files.writeString(store.resolve("ann").resolve("user.json"), "{\"server\":");
        assertThatThrownBy(() -> UserFolder.open(store, "ann")).hasMessageContaining("user.json is damaged");
    }

    @Test
    void aStoreThatCannotBeWrittenIsTold() throws IOException {
        Path file = Files.createFile(store.resolve("file"));
        assertThatThrownBy(() -> UserFolder.create(file, "ann", ANN)).hasMessageContaining("Cannot make the folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../ann", "a/b", "a\\b", ".ann", "ann:1", "a b"})
    void labelsThatAreNoFoldersAreRefused(String label) {
        assertThatThrownBy(() -> UserFolder.create(store, label, ANN)).hasMessageContaining("cannot be a folder");
    }
}
