package app.heirloom.library.duplicate.merge;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.asset.blob.StagedBlob;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.transaction.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Copies the sidecar of one asset to another. Files of external libraries are never written. */
public final class SidecarCopy {
    private final AssetRepository assets;
    private final BlobStore blobs;
    private final JobQueues queues;
    private final Transactions transactions;

    public SidecarCopy(AssetRepository assets, BlobStore blobs, JobQueues queues, Transactions transactions) {
        this.assets = assets;
        this.blobs = blobs;
        this.queues = queues;
        this.transactions = transactions;
    }

    /**
     * Copies the sidecar, if there is one and it may be written, and has the target read again.
     *
     * @param writes done in the same transaction, in any case
     */
    void copy(Asset source, Asset target, Runnable writes) {
        BlobKey key = blobs.keyOf(target, FileKind.SIDECAR, "xmp");
        Optional<AssetFile> sidecar = transactions.read(() -> assets.findFile(source.id(), FileKind.SIDECAR));
        if (sidecar.isEmpty() || key.isExternal()) {
            transactions.run(writes);
            return;
        }
        Path path = blobs.locate(sidecar.get().key());
        try (InputStream bytes = Files.newInputStream(path);
                StagedBlob blob = blobs.stage(bytes)) {
            blobs.secure(blob, key);
            transactions.run(() -> {
                writes.run();
                assets.saveFile(new AssetFile(target.id(), FileKind.SIDECAR, key, blob.sizeInBytes()));
                queues.add(JobType.METADATA_REFRESH, target.id().value());
                transactions.afterCommit(() -> blobs.keep(key));
            });
        } catch (IOException e) {
            throw ErrorCode.NOT_FOUND.exception("Cannot read the sidecar " + path, e);
        }
    }
}
