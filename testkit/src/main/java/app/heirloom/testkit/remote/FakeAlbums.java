package app.heirloom.testkit.remote;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.album.RemoteAlbums;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Albums in memory. */
record FakeAlbums(FakeShelves shelves, UserId owner) implements RemoteAlbums {
    @Override
    public List<RemoteAlbum> list() {
        synchronized (shelves) {
            return shelves.albums.values().stream()
                    .map(album -> new RemoteAlbum(
                            album.id(),
                            album.owner(),
                            album.name(),
                            album.description(),
                            members(album.id()).size()))
                    .toList();
        }
    }

    @Override
    public List<RemoteAlbum> listOf(AssetId asset) {
        return list().stream()
                .filter(album -> members(album.id()).contains(asset))
                .toList();
    }

    @Override
    public void forEachAsset(AlbumId album, Consumer<RemoteAsset> action) {
        List.copyOf(members(album)).stream()
                .map(shelves::get)
                .filter(asset -> !asset.state().trashed())
                .map(asset -> asset.withExif(Exif.UNKNOWN))
                .forEach(action);
    }

    @Override
    public RemoteAlbum create(String name, String description) {
        synchronized (shelves) {
            var album = new RemoteAlbum(AlbumId.random(), owner, name, description, 0);
            shelves.albums.put(album.id(), album);
            return album;
        }
    }

    @Override
    public List<Outcome> add(AlbumId album, Collection<AssetId> assets) {
        return shelves.addTo(members(album), assets);
    }

    @Override
    public List<Outcome> remove(AlbumId album, Collection<AssetId> assets) {
        return shelves.removeFrom(members(album), assets);
    }

    private Set<AssetId> members(AlbumId album) {
        synchronized (shelves) {
            if (!shelves.albums.containsKey(album)) {
                throw ErrorCode.NO_ACCESS.exception("Not found or no album.read access");
            }
            return shelves.members(shelves.albumAssets, album);
        }
    }
}
