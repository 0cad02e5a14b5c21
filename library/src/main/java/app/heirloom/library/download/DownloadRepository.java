package app.heirloom.library.download;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.List;

/** What there is to download. */
public interface DownloadRepository {
    /** Those that exist, in the order given. */
    List<DownloadItem> list(Collection<AssetId> ids);

    /** The owner's timeline and archive without the trash, newest first. */
    List<DownloadItem> listAll(UserId owner);
}
