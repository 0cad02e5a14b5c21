package app.heirloom.server;

import app.heirloom.immich.Library;
import app.heirloom.library.album.AlbumAccess;
import app.heirloom.library.album.AlbumMembers;
import app.heirloom.library.album.AlbumNews;
import app.heirloom.library.album.AlbumShelves;
import app.heirloom.library.album.Albums;
import app.heirloom.library.album.content.AlbumAssetRepository;
import app.heirloom.library.album.content.AlbumAssets;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.event.Events;
import app.heirloom.library.transaction.Transactions;
import java.time.InstantSource;

/** Makes the use cases of albums out of their stores. */
final class AlbumAssembly {
    private AlbumAssembly() {}

    static Library.Gathering gathering(
            AlbumShelves shelves,
            AlbumAssetRepository contents,
            AssetAccess assets,
            Transactions transactions,
            Events events,
            InstantSource clock) {
        var news = new AlbumNews(shelves.members(), transactions, events);
        var access = new AlbumAccess(shelves.albums(), shelves.members(), transactions);
        var members = new AlbumMembers(shelves, access, news, transactions, clock);
        return new Library.Gathering(
                new Albums(shelves, access, members, news, transactions, clock),
                members,
                new AlbumAssets(contents, access, assets, news, transactions, clock),
                access);
    }
}
