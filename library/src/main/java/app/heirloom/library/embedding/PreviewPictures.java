package app.heirloom.library.embedding;

import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.transaction.Transactions;
import java.util.Optional;

/** Shows models the previews of assets. */
public final class PreviewPictures {
    private final AssetRepository assets;
    private final BlobStore blobs;
    private final RecentPictures pictures;
    private final Transactions transactions;

    public PreviewPictures(
            AssetRepository assets, BlobStore blobs, RecentPictures pictures, Transactions transactions) {
        this.assets = assets;
        this.blobs = blobs;
        this.pictures = pictures;
        this.transactions = transactions;
    }

    /**
     * Empty when the asset has no preview.
     *
     * @throws app.heirloom.library.error.HeirloomException UNREADABLE_MEDIA when it has one that cannot be decoded
     */
    public Optional<Picture> find(AssetId asset) {
        return transactions
                .read(() -> assets.findFile(asset, FileKind.PREVIEW))
                .map(AssetFile::key)
                .map(blobs::locate)
                .map(pictures::get);
    }
}
