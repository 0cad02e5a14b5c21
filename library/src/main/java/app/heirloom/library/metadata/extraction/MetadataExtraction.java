package app.heirloom.library.metadata.extraction;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.metadata.CaptureTime;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.ExifRepository;
import app.heirloom.library.metadata.LivePhotoClue;
import app.heirloom.library.metadata.MediaMetadata;
import app.heirloom.library.transaction.Transactions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The stage that reads what a file says of itself, and dates the asset by it. */
public final class MetadataExtraction implements JobHandler {
    /** Where it finds the file and keeps what that says. */
    public record Shelves(AssetRepository assets, ExifRepository exifs, BlobStore blobs) {}

    private final AssetRepository assets;
    private final ExifRepository exifs;
    private final BlobStore blobs;
    private final MetadataReader reader;
    private final List<ExtractionListener> listeners;
    private final Transactions transactions;
    private final InstantSource clock;

    public MetadataExtraction(
            Shelves shelves,
            MetadataReader reader,
            List<ExtractionListener> listeners,
            Transactions transactions,
            InstantSource clock) {
        this.assets = shelves.assets();
        this.exifs = shelves.exifs();
        this.blobs = shelves.blobs();
        this.reader = reader;
        this.listeners = List.copyOf(listeners);
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Runnable handle(Job job) {
        AssetId id = new AssetId(job.subject());
        Asset asset = transactions.read(() -> assets.get(id));
        Path sidecar = transactions
                .read(() -> assets.findFile(id, FileKind.SIDECAR))
                .map(AssetFile::key)
                .map(blobs::locate)
                .orElse(null);
        MediaMetadata found = reader.read(blobs.locate(asset.original().key()), asset.type(), sidecar);
        return () -> save(id, found);
    }

    private void save(AssetId id, MediaMetadata found) {
        Asset asset = assets.get(id);
        Exif exif = exifs.getEdits(id).over(found.exif());
        exifs.save(id, exif);
        exifs.saveClue(id, LivePhotoClue.of(found));
        AssetTimes times = CaptureTime.of(exif.capture(), asset.times()).applyTo(asset.times(), clock.instant());
        assets.save(asset.withTimes(times).withAppearance(appearanceOf(asset, exif)));
        listeners.forEach(listener -> listener.extracted(asset, found));
    }

    private static Appearance appearanceOf(Asset asset, Exif exif) {
        return new Appearance(
                exif.frame().upright(),
                exif.frame().duration(),
                asset.appearance().thumbhash());
    }
}
