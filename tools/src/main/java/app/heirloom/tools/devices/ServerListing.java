package app.heirloom.tools.devices;

import app.heirloom.library.remote.HeldAsset;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.asset.RemoteFilter;
import app.heirloom.library.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Writes down which assets the server has, trashed ones too. */
final class ServerListing {
    /** Assets between two commits. Many, since a listing that was stopped begins anew. */
    private static final int PORTION = 5_000;

    private final PhotoServer photos;
    private final DeviceShelves shelves;

    ServerListing(PhotoServer photos, DeviceShelves shelves) {
        this.photos = photos;
        this.shelves = shelves;
    }

    /** With metadata, since only that tells sizes. */
    void run(long scan, UserId owner, LongConsumer listed) {
        List<HeldAsset> portion = new ArrayList<>();
        photos.assets().forEach(RemoteFilter.ALL.withTrashed(), asset -> {
            if (asset.owner().equals(owner)) {
                portion.add(HeldAsset.of(asset));
                listed.accept(1);
            }
            if (portion.size() == PORTION) {
                save(scan, portion);
            }
        });
        save(scan, portion);
        shelves.transactions().run(() -> shelves.listings().complete(scan));
    }

    private void save(long scan, List<HeldAsset> portion) {
        shelves.transactions().run(() -> shelves.listings().add(scan, portion));
        portion.clear();
    }
}
