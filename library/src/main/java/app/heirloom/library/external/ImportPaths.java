package app.heirloom.library.external;

import app.heirloom.library.external.folder.FolderReader;
import app.heirloom.library.external.folder.PathOrder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The import paths of a library: as they are given, and as they are walked. */
public final class ImportPaths {
    private final FolderReader reader;

    public ImportPaths(FolderReader reader) {
        this.reader = reader;
    }

    /** Why this cannot be an import path, as a sentence for people; empty when it can. */
    public Optional<String> objection(String text) {
        if (text.lines().count() != 1) {
            return Optional.of("A path has one line");
        }
        try {
            Path path = Path.of(text);
            if (!path.isAbsolute() || !path.normalize().equals(path)) {
                return Optional.of("The path must be absolute, without . and ..");
            }
            return reader.objection(path);
        } catch (InvalidPathException e) {
            return Optional.of("This is no path: " + e.getReason());
        }
    }

    /** In the order of the paths below them, and without those that lie in another. */
    static List<Path> roots(List<Path> paths) {
        var roots = new ArrayList<Path>();
        paths.stream()
                .sorted(Comparator.comparing(path -> path + "/", PathOrder.INSTANCE))
                .filter(path -> roots.stream().noneMatch(path::startsWith))
                .forEach(roots::add);
        return roots;
    }
}
