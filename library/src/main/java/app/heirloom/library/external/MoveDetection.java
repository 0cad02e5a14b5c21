package app.heirloom.library.external;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.external.Hashing.ReadFile;
import app.heirloom.library.external.folder.FolderReader;
import app.heirloom.library.external.folder.Unjudged;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognises by their content files that were moved: a new file with the content of one that is certainly gone is that
 * one, and its asset keeps its id and all that hangs on it.
 */
final class MoveDetection {
    private final ExternalAssets assets;
    private final FolderReader reader;
    private final Unjudged unjudged;

    MoveDetection(ExternalAssets assets, FolderReader reader, Unjudged unjudged) {
        this.assets = assets;
        this.reader = reader;
        this.unjudged = unjudged;
    }

    /** What the new files among these were before, by their new path. */
    Map<String, ExternalFile> find(List<ReadFile> files) {
        List<ReadFile> added =
                files.stream().filter(file -> file.known() == null).toList();
        Set<Checksum> contents = added.stream().map(ReadFile::checksum).collect(Collectors.toSet());
        var moves = new HashMap<String, ExternalFile>();
        if (contents.isEmpty()) {
            return moves;
        }
        Map<Checksum, List<ExternalFile>> twins = assets.listByContent(contents);
        var taken = new HashSet<String>();
        for (ReadFile file : added) {
            findGone(twins.getOrDefault(file.checksum(), List.of()), file, taken)
                    .ifPresent(gone -> {
                        taken.add(gone.path());
                        moves.put(file.file().key(), gone);
                    });
        }
        return moves;
    }

    /** Of several that are gone, one that had the same name is the most likely to be it. */
    private Optional<ExternalFile> findGone(List<ExternalFile> twins, ReadFile file, Set<String> taken) {
        Path name = file.file().path().getFileName();
        return twins.stream()
                .filter(twin -> !taken.contains(twin.path())
                        && typeOf(twin.path()) == typeOf(file.file().key()))
                .filter(twin -> !unjudged.covers(twin.path()) && reader.isGone(Path.of(twin.path())))
                .min(Comparator.comparing(twin -> !Path.of(twin.path()).endsWith(name)));
    }

    private static AssetType typeOf(String path) {
        return MediaFormat.get(path).type();
    }
}
