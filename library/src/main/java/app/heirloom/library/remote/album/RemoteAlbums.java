package app.heirloom.library.remote.album;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.remote.asset.RemoteAsset;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The albums of a photo server. */
public interface RemoteAlbums {
    /** The user's own and those shared with him. */
    List<RemoteAlbum> list();

    /** Those of them that the asset is in. */
    List<RemoteAlbum> listOf(AssetId asset);

    /** Hands over what is in the album and not in the trash, without metadata. */
    void forEachAsset(AlbumId album, Consumer<RemoteAsset> action);

    RemoteAlbum create(String name, String description);

    /** Puts the assets in; those that are in it already are refused as DUPLICATE. */
    List<Outcome> add(AlbumId album, Collection<AssetId> assets);

    List<Outcome> remove(AlbumId album, Collection<AssetId> assets);
}
