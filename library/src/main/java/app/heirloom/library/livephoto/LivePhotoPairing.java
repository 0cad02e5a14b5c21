package app.heirloom.library.livephoto;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.access.OwnAssets;
import app.heirloom.library.asset.event.AssetHidden;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.event.Events;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;

/** Makes a photo and a video one live photo, and parts them again. */
public final class LivePhotoPairing {
    private final AssetRepository assets;
    private final OwnAssets own;
    private final Transactions transactions;
    private final Events events;

    public LivePhotoPairing(AssetRepository assets, OwnAssets own, Transactions transactions, Events events) {
        this.assets = assets;
        this.own = own;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * Gives the photo this motion video, in the place of any other, which comes back to where the photo is.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID unless they are a photo and a video; NO_ACCESS unless
     *     both are the caller's
     */
    public void link(Caller caller, AssetId photo, AssetId video) {
        transactions.run(() -> {
            Asset still = own.get(caller, photo, Permission.ASSET_UPDATE);
            Asset motion = own.get(caller, video, Permission.ASSET_UPDATE);
            if (still.type() != AssetType.IMAGE || motion.type() != AssetType.VIDEO) {
                throw ErrorCode.INVALID.exception("A live photo is made of a photo and a video");
            }
            if (!video.equals(still.state().livePhotoVideo())) {
                part(still);
                join(still, motion);
            }
        });
    }

    /** Parts the photo from its motion video, which comes back to where the photo is; does nothing if it has none. */
    public void unlink(Caller caller, AssetId photo) {
        transactions.run(() -> {
            Asset still = own.get(caller, photo, Permission.ASSET_UPDATE);
            if (still.state().livePhotoVideo() != null) {
                part(still);
                assets.save(still.withState(still.state().withLivePhotoVideo(null)));
            }
        });
    }

    /** Joins the two inside a write, for stages that know that they belong together. */
    void join(Asset still, Asset motion) {
        assets.save(still.withState(still.state().withLivePhotoVideo(motion.id())));
        assets.save(motion.withState(motion.state().withVisibility(Visibility.HIDDEN)));
        if (motion.state().visibility() != Visibility.HIDDEN) {
            transactions.afterCommit(() -> events.publish(new AssetHidden(motion.id(), motion.owner())));
        }
    }

    private void part(Asset still) {
        AssetId motion = still.state().livePhotoVideo();
        if (motion != null) {
            assets.find(motion)
                    .ifPresent(video -> assets.save(video.withState(
                            video.state().withVisibility(still.state().visibility()))));
        }
    }
}
