package app.heirloom.vectors.index;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.EmbeddingIndex.Entry;
import app.heirloom.library.embedding.ModelId;
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
