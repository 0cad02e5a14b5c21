package app.heirloom.library.download;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.user.Caller;
import java.util.List;

/** What lies in albums. */
@FunctionalInterface
public interface AlbumContents {
    /** The assets of the album, or a NO_ACCESS failure when the caller may not download it. */
    List<AssetId> list(Caller caller, AlbumId album);
}
