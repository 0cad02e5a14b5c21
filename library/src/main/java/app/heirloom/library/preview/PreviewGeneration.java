package app.heirloom.library.preview;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.asset.blob.Draft;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.ExifRepository;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.transaction.Transactions;
import java.util.List;

/** The stage that decodes an asset once and makes its preview, thumbnail and thumbhash. */
public final class PreviewGeneration implements JobHandler {
    private final AssetRepository assets;
    private final ExifRepository exifs;
    private final BlobStore blobs;
    private final PreviewRenderer renderer;
    private final Transactions transactions;

    public PreviewGeneration(
            AssetRepository assets,
            ExifRepository exifs,
            BlobStore blobs,
            PreviewRenderer renderer,
            Transactions transactions) {
        this.assets = assets;
        this.exifs = exifs;
        this.blobs = blobs;
        this.renderer = renderer;
        this.transactions = transactions;
    }

    @Override
    public Runnable handle(Job job) {
        AssetId id = new AssetId(job.subject());
        Asset asset = transactions.read(() -> assets.get(id));
        Frame frame = transactions.read(() -> exifs.find(id)).map(Exif::frame).orElse(Frame.UNKNOWN);
        BlobKey previewKey = blobs.keyOf(asset, FileKind.PREVIEW, "jpeg");
        BlobKey thumbnailKey = blobs.keyOf(asset, FileKind.THUMBNAIL, "webp");
        try (Draft preview = blobs.draft(previewKey);
                Draft thumbnail = blobs.draft(thumbnailKey)) {
            Rendition rendition = renderer.render(new RenderRequest(
                    blobs.locate(asset.original().key()), asset.type(), frame, preview.path(), thumbnail.path()));
            AssetFile previewFile = new AssetFile(id, FileKind.PREVIEW, previewKey, preview.publish());
            AssetFile thumbnailFile = new AssetFile(id, FileKind.THUMBNAIL, thumbnailKey, thumbnail.publish());
            return () -> save(id, rendition, List.of(previewFile, thumbnailFile));
        }
    }

    private void save(AssetId id, Rendition rendition, List<AssetFile> files) {
        files.forEach(assets::saveFile);
        Asset asset = assets.get(id);
        assets.save(asset.withAppearance(
                new Appearance(rendition.dimensions(), asset.appearance().duration(), rendition.thumbhash())));
    }
}
