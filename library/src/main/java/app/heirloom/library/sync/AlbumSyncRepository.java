package app.heirloom.library.sync;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.event.ChangeId;
import app.heirloom.library.sync.entity.SyncedAlbum;
import app.heirloom.library.sync.entity.SyncedAlbumAsset;
import app.heirloom.library.sync.entity.SyncedAlbumUser;
import app.heirloom.library.sync.entity.SyncedExif;
import app.heirloom.library.user.UserId;
import java.util.List;

/** What changed in the albums that a user belongs to. Every list begins with the oldest change. */
public interface AlbumSyncRepository {
    /** The albums by when the user joined them. */
    List<Change<AlbumId>> listJoined(UserId member, ChangeRange range);

    /** Joining an album counts as a change of it. */
    List<Change<SyncedAlbum>> listAlbums(AlbumScope scope, ChangeRange range);

    List<Change<SyncedAlbumUser>> listUsers(AlbumScope scope, ChangeRange range);

    /** By when the asset was added to the album. */
    List<Change<SyncedAlbumAsset>> listLinks(AlbumScope scope, ChangeRange range);

    /** By when the asset was added to the album; favourites are their owner's alone. */
    List<Change<Asset>> listAssets(AlbumScope scope, ChangeRange range);

    /** By when the asset changed, for those that were added to an album no later than {@code addedUpTo}. */
    List<Change<Asset>> listUpdatedAssets(AlbumScope.Joined scope, ChangeId addedUpTo, ChangeRange range);

    /** By when the asset was added to the album. */
    List<Change<SyncedExif>> listExifs(AlbumScope scope, ChangeRange range);

    /** By when the metadata changed, for assets that were added to an album no later than {@code addedUpTo}. */
    List<Change<SyncedExif>> listUpdatedExifs(AlbumScope.Joined scope, ChangeId addedUpTo, ChangeRange range);

    /** What went out of the user's sight: deleted albums, and those that the user no longer belongs to. */
    List<Change<Deletion>> listLeft(UserId formerMember, ChangeRange range);

    /** What went away inside the albums. */
    List<Change<Deletion>> listDeletions(Deletable what, AlbumScope scope, ChangeRange range);
}
