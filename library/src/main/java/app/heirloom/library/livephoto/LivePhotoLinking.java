package app.heirloom.library.livephoto;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.metadata.ExifRepository;

/**
 * The stage that joins a still and the video with the same content identifier into one live photo, whichever of them
 * arrives second. The video becomes hidden.
 */
public final class LivePhotoLinking implements JobHandler {
    private final AssetRepository assets;
    private final ExifRepository exifs;

    public LivePhotoLinking(AssetRepository assets, ExifRepository exifs) {
        this.assets = assets;
        this.exifs = exifs;
    }

    @Override
    public Runnable handle(Job job) {
        AssetId id = new AssetId(job.subject());
        return () -> exifs.findContentIdentifier(id).ifPresent(identifier -> link(assets.get(id), identifier));
    }

    private void link(Asset asset, String contentIdentifier) {
        AssetType counterpart = switch (asset.type()) {
            case IMAGE -> AssetType.VIDEO;
            case VIDEO -> AssetType.IMAGE;
        };
        exifs.findByContentIdentifier(asset.owner(), contentIdentifier, counterpart)
                .map(assets::get)
                .ifPresent(other -> {
                    switch (asset.type()) {
                        case IMAGE -> link(asset, other);
                        case VIDEO -> link(other, asset);
                    }
                });
    }

    private void link(Asset still, Asset video) {
        if (still.state().livePhotoVideo() != null) {
            return;
        }
        assets.save(still.withState(still.state().withLivePhotoVideo(video.id())));
        assets.save(video.withState(video.state().withVisibility(Visibility.HIDDEN)));
    }
}
