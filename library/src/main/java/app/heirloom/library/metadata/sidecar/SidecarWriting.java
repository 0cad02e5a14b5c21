package app.heirloom.library.metadata.sidecar;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.asset.blob.Draft;
import app.heirloom.library.asset.event.AssetUpdated;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.ExifRepository;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.transaction.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The job that writes what an owner said of an asset, its tags and its faces to the sidecar beside the original, and then
 * tells that the asset changed.
 */
public final class SidecarWriting implements JobHandler {
    private static final String EXTENSION = "xmp";

    private final Rows rows;
    private final AssetRepository assets;
    private final BlobStore blobs;
    private final SidecarWriter writer;
    private final Transactions transactions;
    private final Events events;

    /** Where it finds what was said. */
    public record Rows(AssetRepository assets, ExifRepository exifs, NamedFaces faces, AttachedTags tags) {}

    public SidecarWriting(Rows rows, BlobStore blobs, SidecarWriter writer, Transactions transactions, Events events) {
        this.rows = rows;
        this.assets = rows.assets();
        this.blobs = blobs;
        this.writer = writer;
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public Runnable handle(Job job) throws IOException {
        var id = new AssetId(job.subject());
        Asset asset = transactions.read(() -> assets.get(id));
        Optional<AssetFile> earlier = transactions.read(() -> assets.findFile(id, FileKind.SIDECAR));
        boolean isAsLeft = earlier.isEmpty() || isAsLeft(earlier.get());
        Sidecar sidecar = transactions.read(() -> sidecar(asset, isAsLeft));
        if (earlier.isEmpty() && sidecar.isSilent()) {
            return NOTHING;
        }
        BlobKey key = keyOf(asset, earlier);
        try (Draft draft = blobs.draft(key)) {
            writer.write(sidecar, earlier.flatMap(file -> locate(file.key())), draft.path());
            var written = new AssetFile(id, FileKind.SIDECAR, key, draft.publish());
            return () -> {
                assets.get(id);
                assets.saveFile(written);
                transactions.afterCommit(() -> events.publish(new AssetUpdated(id, asset.owner())));
            };
        }
    }

    /** Before the file was read, nobody knows what it says of tags and faces; those in videos have no place that lasts. */
    private Sidecar sidecar(Asset asset, boolean isAsLeft) {
        Frame frame = rows.exifs().find(asset.id()).orElse(Exif.UNKNOWN).frame();
        Dimensions picture = asset.original().type() == AssetType.IMAGE ? frame.dimensions() : null;
        Integer orientation = frame.orientation();
        boolean isRead = frame.dimensions() != null;
        return new Sidecar(
                rows.exifs().getEdits(asset.id()),
                new Sidecar.Tags(rows.tags().listPaths(asset.id()), isRead && isAsLeft),
                Optional.ofNullable(picture)
                        .map(size -> new Sidecar.Faces(
                                size,
                                rows.faces().listNamed(asset.id()).stream()
                                        .map(face -> orientation == null ? face : face.stored(orientation))
                                        .toList(),
                                isAsLeft)));
    }

    /** The earlier one is written again, unless its folder belongs to somebody who lets nobody write there. */
    private BlobKey keyOf(Asset asset, Optional<AssetFile> earlier) {
        BlobKey fresh = blobs.keyOf(asset, FileKind.SIDECAR, EXTENSION);
        return earlier.map(AssetFile::key)
                .filter(key -> key.isExternal() == fresh.isExternal())
                .orElse(fresh);
    }

    /** Whether no other program wrote to it; one that is gone names nobody. */
    private boolean isAsLeft(AssetFile sidecar) throws IOException {
        Optional<Path> file = locate(sidecar.key());
        return file.isEmpty() || Files.size(file.get()) == sidecar.sizeInBytes();
    }

    /** A sidecar in a folder that others own may be gone by now. */
    private Optional<Path> locate(BlobKey key) {
        return key.isExternal()
                ? Optional.of(Path.of(key.path())).filter(Files::exists)
                : Optional.of(blobs.locate(key));
    }
}
