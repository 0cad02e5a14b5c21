package app.heirloom.library.recognition.detection;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.transaction.Transactions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stage that finds the faces on an asset, by its preview, and in frames of videos where that is wanted. A content is
 * looked at once for all assets that have it. Nothing looks at motion videos of live photos, at what is locked away, and at
 * assets of users who do not want it.
 */
public final class FaceDetection implements JobHandler {
    /** Where it finds assets and their previews. */
    public record Shelves(AssetRepository assets, BlobStore blobs) {}

    private final Shelves shelves;
    private final DetectionRepository detections;
    private final FaceLook look;
    private final ShownFaces shown;
    private final Transactions transactions;
    private final boolean anew;

    /** @param anew whether to look again at what was looked at before */
    public FaceDetection(
            Shelves shelves,
            DetectionRepository detections,
            FaceLook look,
            ShownFaces shown,
            Transactions transactions,
            boolean anew) {
        this.shelves = shelves;
        this.detections = detections;
        this.look = look;
        this.shown = shown;
        this.transactions = transactions;
        this.anew = anew;
    }

    private record Subject(Asset asset, Optional<AssetFile> preview, boolean wanted, boolean looked) {
        Checksum content() {
            return asset.original().checksum();
        }
    }

    @Override
    public Runnable handle(Job job) {
        AssetId id = new AssetId(job.subject());
        Subject subject = transactions.read(() -> subject(id));
        Dimensions size = subject.asset().appearance().dimensions();
        if (!subject.wanted() || size == null || subject.preview().isEmpty()) {
            return NOTHING;
        }
        if (!anew && subject.looked()) {
            return () -> showAgain(subject.asset());
        }
        List<Sighting> seen = look(subject.asset(), subject.preview().get(), size);
        return () -> {
            Optional<List<Detection>> before = detections.find(subject.content(), look.model());
            if (anew || before.isEmpty()) {
                showAll(subject.asset(), seen, before.orElse(List.of()));
            } else {
                showAgain(subject.asset());
            }
        };
    }

    private List<Sighting> look(Asset asset, AssetFile preview, Dimensions size) {
        List<Sighting> shown = look.look(shelves.blobs().locate(preview.key()), size);
        return asset.type() == AssetType.VIDEO && look.looksIntoVideos()
                ? look.lookInto(shelves.blobs().locate(asset.original().key()), size, shown)
                : shown;
    }

    private Subject subject(AssetId id) {
        Asset asset = shelves.assets().get(id);
        Visibility visibility = asset.state().visibility();
        boolean wanted = visibility != Visibility.HIDDEN
                && visibility != Visibility.LOCKED
                && !detections.isRefused(asset.owner());
        return new Subject(
                asset,
                shelves.assets().findFile(id, FileKind.PREVIEW),
                wanted,
                detections.find(asset.original().checksum(), look.model()).isPresent());
    }

    /** On the asset and on all others that have its content. */
    private void showAll(Asset asset, List<Sighting> seen, List<Detection> before) {
        Checksum content = asset.original().checksum();
        List<Detection> found = detections.save(content, look.model(), seen);
        Set<AssetId> showing = new LinkedHashSet<>(detections.listShowing(content));
        showing.add(asset.id());
        shelves.assets().list(showing).forEach(one -> show(one, found, before));
    }

    /** What was seen before, as another may have brought the same content, or drawn a face. */
    private void showAgain(Asset asset) {
        detections
                .find(asset.original().checksum(), look.model())
                .filter(seen -> shelves.assets().find(asset.id()).isPresent())
                .ifPresent(seen -> show(asset, seen, seen));
    }

    private void show(Asset asset, List<Detection> seen, List<Detection> before) {
        shown.show(asset, new ModelLook(look.model(), look.likeness(), seen, before));
    }
}
