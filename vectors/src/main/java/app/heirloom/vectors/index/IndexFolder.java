package app.heirloom.vectors.index;

import static java.lang.System.Logger.Level.WARNING;

import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.ModelId;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** A folder of indexes, one for each model. Not for concurrent use. */
public final class IndexFolder {
    private static final System.Logger LOG = System.getLogger(IndexFolder.class.getName());
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
     * Removes the indexes that were not opened: nobody would keep those of models that are gone in step with the database,
     * so that deleted photos stayed in them. What cannot be removed is told in the log.
     */
    public void removeOthers() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (!isOpened(file.getFileName().toString())) {
                    remove(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.log(WARNING, "Cannot look for indexes of models that are gone in {0}: {1}", folder, e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            LOG.log(
                    WARNING,
                    "Cannot delete {0}, the index of a model that is gone, which may still have vectors of deleted photos. "
                            + "Delete it by hand, or the next start tries again: {1}",
                    file,
                    e);
        }
    }

    private boolean isOpened(String name) {
        return opened.contains(name) || opened.contains(name.replaceFirst("\\.\\d+$", ""));
    }
}
