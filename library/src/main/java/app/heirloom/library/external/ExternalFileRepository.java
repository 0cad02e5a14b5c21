package app.heirloom.library.external;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.external.folder.SidecarFile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that external assets rest on. Paths are ordered as their UTF-8 bytes are. */
public interface ExternalFileRepository {
    /** The files whose path is greater, in the order of their paths. */
    List<ExternalFile> list(LibraryId library, String after, int limit);

    /** Whether any file lies in the folder or below it. */
    boolean existsBelow(LibraryId library, String folder);

    /** The files with these contents; contents that no asset has are absent. */
    Map<Checksum, List<ExternalFile>> listByContent(LibraryId library, Collection<Checksum> checksums);

    void add(LibraryId library, ExternalFile file);

    /** Writes path, stamp, whether it is missing and by whom it was trashed; not the sidecar. */
    void save(ExternalFile file);

    /** Writes what a scan found changed about the original: its name, key, size, content and modification time. */
    void saveOriginal(Asset asset);

    /** Replaces the asset's sidecar, or takes it away. */
    void saveSidecar(AssetId asset, Optional<SidecarFile> sidecar);

    /** Notes that there are no such files; those whose path is another by now stay as they are. */
    void markMissing(LibraryId library, Collection<String> paths);

    FileCounts count(LibraryId library);

    /** Assets that are online although their file is missing. */
    List<ExternalFile> listLost(LibraryId library, int limit);

    /** Assets of the library, whatever became of their files. */
    List<AssetId> listAssets(LibraryId library, int limit);
}
