package app.heirloom.vectors.index;

import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.ModelId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** A folder of indexes, one for each model. Not for concurrent use. */
public final class IndexFolder {
    private static final String PREFIX = "smart-search-";

    private final Path folder;
    private final Set<String> opened = new HashSet<>();

    /** @param folder made when it is missing */
    public IndexFolder(Path folder) {
        this.folder = folder;
    }

    /** Opens the index of a model, as {@link FlatIndex#open} does. */
    public EmbeddingIndex open(ModelId model, int dimensions) {
        String name = PREFIX + model.name();
        opened.add(name);
        return FlatIndex.open(folder.resolve(name), model, dimensions);
    }

    /**
     * Removes the indexes that were not opened: nobody would keep those of models that are gone in step with the database, so
     * that deleted photos stayed in them.
     */
    public void removeOthers() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (!isOpened(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOpened(String name) {
        return opened.contains(name) || opened.contains(name.replaceFirst("\\.\\d+$", ""));
    }
}
