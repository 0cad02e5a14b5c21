package app.heirloom.storage.device;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.device.ListingRepository;
import app.heirloom.library.remote.HeldAsset;
import app.heirloom.storage.database.Database;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

final class SqlListingRepository implements ListingRepository {
    private final Database database;

    SqlListingRepository(Database database) {
        this.database = database;
    }

    @Override
    public void add(long scan, Collection<HeldAsset> assets) {
        database.updateAll(
                "insert or replace into server_asset values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                assets.stream().map(asset -> row(asset, scan)).toList());
    }

    private static @Nullable Object[] row(HeldAsset asset, long scan) {
        var standing = asset.standing();
        var dimensions = asset.size().dimensions();
        return new @Nullable Object[] {
            asset.id().value(),
            asset.key().fileName(),
            asset.key().second(),
            asset.checksum().bytes(),
            asset.size().bytes(),
            dimensions == null ? null : dimensions.width(),
            dimensions == null ? null : dimensions.height(),
            standing.type() == AssetType.VIDEO,
            standing.trashed(),
            standing.external(),
            standing.hidden(),
            scan
        };
    }

    @Override
    public void complete(long scan) {
        database.update("delete from server_asset where listed_scan < ?", scan);
    }
}
