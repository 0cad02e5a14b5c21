package app.heirloom.library.remote.asset;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.ContentMatch;
import java.util.Collection;
import java.util.List;

/** The bytes of originals, out of a photo server and into it. */
public interface RemoteOriginals {
    /** Begins to download; to be closed. */
    RemoteDownload download(AssetId id);

    /**
     * Sends a file. A content that the user has already, in the trash too, is not added again: the answer then names the
     * asset that has it. So that to send twice does no harm, and is done when the answer to the first time is lost.
     */
    RemoteUploaded upload(RemoteUpload upload);

    /** The user's assets among these contents, in the trash too; the others are absent. */
    List<ContentMatch> listByChecksum(Collection<Checksum> checksums);
}
