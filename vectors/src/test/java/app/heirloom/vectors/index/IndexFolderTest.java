package app.heirloom.vectors.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.EmbeddingIndex.Entry;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {
    private static final ModelId ONE = new ModelId("ViT-B-32__openai");
    private static final ModelId OTHER = new ModelId("ViT-B-32");

    @TempDir
    Path directory;

    @Test
    void keepsOnlyTheIndexesThatAreOpen() throws IOException {
        fill(ONE);
        fill(OTHER);
        Files.createFile(directory.resolve("smart-search-ViT-B-32-new"));
        Files.createFile(directory.resolve("notes"));
        var folder = new IndexFolder(directory);
        try (EmbeddingIndex index = folder.open(OTHER, 2)) {
            folder.removeOthers();
            assertThat(index.size()).isOne();
        }
        assertThat(directory)
                .isDirectoryContaining("glob:**/notes")
                .isDirectoryNotContaining("glob:**openai*")
                .isDirectoryNotContaining("glob:**new");
        try (EmbeddingIndex index = new IndexFolder(directory).open(OTHER, 2)) {
            assertThat(index.size()).isOne();
        }
    }

    @Test
    void goesOnWhereOneCannotBeRemoved() throws IOException {
        Path stubborn = Files.createDirectories(directory.resolve("smart-search-a/full"))
                .getParent();
        Path other = Files.createFile(directory.resolve("smart-search-b"));
        new IndexFolder(directory).removeOthers();
        assertThat(stubborn).exists();
        assertThat(other).doesNotExist();
    }

    @Test
    void saysWhatIsInTheWay() throws IOException {
        Files.createDirectories(directory.resolve("smart-search-ViT-B-32/full"));
        assertThatThrownBy(() -> new IndexFolder(directory).open(OTHER, 2))
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_DIRECTORY))
                .hasMessageContaining(directory.resolve("smart-search-ViT-B-32").toString())
                .hasMessageContaining("delete it");
    }

    @Test
    void whereThereIsNoneNothingIsRemoved() {
        Path nowhere = directory.resolve("nowhere");
        new IndexFolder(nowhere).removeOthers();
        assertThat(nowhere).doesNotExist();
    }

    private void fill(ModelId model) {
        try (EmbeddingIndex index = new IndexFolder(directory).open(model, 2)) {
            index.put(List.of(new Entry(1, Embedding.of(new float[] {1, 0}))));
        }
    }
}
