package app.heirloom.library.livephoto;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.metadata.ExifRepository;
import app.heirloom.library.metadata.LivePhotoClue;
import app.heirloom.library.metadata.MotionClip;
import app.heirloom.library.transaction.Transactions;

/**
 * The stage that completes live photos. It joins a still and the video with the same content identifier, whichever of
 * them arrives second, and gives a still with an embedded clip that clip as its video. The video becomes hidden.
 */
public final class LivePhotoLinking implements JobHandler {
    private final AssetRepository assets;
    private final ExifRepository exifs;
    private final MotionClipExtraction clips;
    private final LivePhotoPairing pairing;
    private final Transactions transactions;

    public LivePhotoLinking(
            AssetRepository assets,
            ExifRepository exifs,
            MotionClipExtraction clips,
            LivePhotoPairing pairing,
            Transactions transactions) {
        this.assets = assets;
        this.exifs = exifs;
        this.clips = clips;
        this.pairing = pairing;
        this.transactions = transactions;
    }

    @Override
    public Runnable handle(Job job) {
        AssetId id = new AssetId(job.subject());
        Asset asset = transactions.read(() -> assets.get(id));
        LivePhotoClue clue = transactions.read(() -> exifs.getClue(id));
        if (clue.contentIdentifier().isPresent()) {
            return () -> join(assets.get(id), clue.contentIdentifier().get());
        }
        if (clue.motionClip().isPresent() && asset.state().livePhotoVideo() == null) {
            return extract(asset, clue.motionClip().get());
        }
        return NOTHING;
    }

    private Runnable extract(Asset still, MotionClip clip) {
        MotionClipExtraction.Extracted extracted = clips.extract(still, clip);
        return () -> link(assets.get(still.id()), extracted.add());
    }

    private void join(Asset asset, String contentIdentifier) {
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
        if (still.state().livePhotoVideo() == null) {
            pairing.join(still, video);
        }
    }
}
