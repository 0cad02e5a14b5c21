package app.heirloom.library.external.folder;

import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.MediaFormat;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The sidecars of one folder: {@code a.jpg.xmp} belongs to {@code a.jpg}, and {@code a.xmp} does when that is absent. */
final class SidecarLookup {
    private final Path folder;
    private final Map<String, FolderEntry.File> byName = new HashMap<>();

    SidecarLookup(Path folder, List<FolderEntry> entries) {
        this.folder = folder;
        for (FolderEntry entry : entries) {
            if (entry instanceof FolderEntry.File file
                    && MediaFormat.extensionOf(file.name()).equals(MediaFormat.SIDECAR_EXTENSION)) {
                byName.put(file.name().toLowerCase(Locale.ROOT), file);
            }
        }
    }

    Optional<SidecarFile> find(String fileName) {
        if (byName.isEmpty()) {
            return Optional.empty();
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        String stem = name.substring(0, name.lastIndexOf('.'));
        return Optional.ofNullable(byName.get(name + MediaFormat.SIDECAR_EXTENSION))
                .or(() -> Optional.ofNullable(byName.get(stem + MediaFormat.SIDECAR_EXTENSION)))
                .map(file -> new SidecarFile(
                        BlobKey.external(folder.resolve(file.name())),
                        file.stamp().sizeInBytes(),
                        file.stamp().modified()));
    }
}
