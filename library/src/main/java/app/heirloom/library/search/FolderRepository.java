package app.heirloom.library.search;

import app.heirloom.library.user.UserId;
import java.util.List;

/** Assets by the folders in which their originals lie; those of the timeline and the archive, outside the trash. */
public interface FolderRepository {
    /** The folders that hold originals of the owner, without a slash at the end, sorted. */
    List<String> listPaths(UserId owner);

    /** What lies in this very folder, by file name, with the metadata. */
    List<FoundAsset> list(UserId owner, String path);
}
