package app.heirloom.library.external;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.asset.event.AssetAdded;
import app.heirloom.library.asset.event.AssetsRestored;
import app.heirloom.library.asset.grouping.Grouping;
import app.heirloom.library.external.Hashing.ReadFile;
import app.heirloom.library.external.folder.FoundFile;
import app.heirloom.library.external.folder.SidecarFile;
import app.heirloom.library.job.JobType;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings the assets of one library up to what its files are. Called inside of transactions, except to list. */
final class ExternalAssets {
    private final ExternalLibrary library;
    private final ScanShelves shelves;

    ExternalAssets(ExternalLibrary library, ScanShelves shelves) {
        this.library = library;
        this.shelves = shelves;
    }

    Map<Checksum, List<ExternalFile>> listByContent(Collection<Checksum> contents) {
        return shelves.transactions().read(() -> shelves.files().listByContent(library.id(), contents));
    }

    /** The file is new. */
    void add(ReadFile read) {
        String path = read.file().key();
        String name = nameOf(read.file().path());
        Instant modified = read.stamp().modified();
        Instant now = shelves.clock().instant();
        var original = new Original(
                name,
                MediaFormat.get(name).type(),
                read.checksum(),
                read.stamp().sizeInBytes(),
                BlobKey.external(read.file().path()));
        var asset = new Asset(
                AssetId.random(),
                library.owner(),
                original,
                new AssetTimes(modified, LocalDateTime.ofInstant(modified, ZoneOffset.UTC), modified, now, now),
                Appearance.UNKNOWN,
                AssetState.of(Visibility.TIMELINE).withGrouping(Grouping.of(library.id())));
        if (shelves.assets().add(asset)) {
            shelves.files()
                    .add(library.id(), new ExternalFile(asset.id(), path, read.stamp(), Optional.empty(), false, null));
            read.file().sidecar().ifPresent(sidecar -> shelves.files().saveSidecar(asset.id(), Optional.of(sidecar)));
            extract(asset);
            shelves.transactions()
                    .afterCommit(() -> shelves.events().publish(new AssetAdded(asset.id(), asset.owner())));
        }
    }

    /** The file has changed, or has come here from another path. */
    void update(ExternalFile known, ReadFile read) {
        shelves.assets().find(known.asset()).ifPresent(before -> {
            Original original = new Original(
                    nameOf(read.file().path()),
                    before.type(),
                    read.checksum(),
                    read.stamp().sizeInBytes(),
                    BlobKey.external(read.file().path()));
            boolean isContentNew = !original.checksum().equals(before.original().checksum());
            Asset asset = before.withOriginal(original)
                    .withTimes(before.times().withFileModified(read.stamp().modified()));
            shelves.files().saveOriginal(asset);
            finish(
                    asset,
                    known,
                    new FoundFile(read.file().path(), read.stamp(), read.file().sidecar()),
                    isContentNew);
        });
    }

    /** The file is as it was, but was missing, or its sidecar is another. */
    void keep(ExternalFile known, FoundFile found) {
        shelves.assets().find(known.asset()).ifPresent(asset -> finish(asset, known, found, false));
    }

    private void finish(Asset asset, ExternalFile known, FoundFile found, boolean isContentNew) {
        shelves.assets().save(isBack(asset, known) ? online(asset, known) : asset);
        shelves.files().save(new ExternalFile(asset.id(), found.key(), found.stamp(), Optional.empty(), false, null));
        boolean isSidecarNew = takeSidecar(asset.id(), known.sidecar(), found.sidecar());
        if (isContentNew || isSidecarNew) {
            extract(asset);
        }
    }

    private static boolean isBack(Asset asset, ExternalFile known) {
        return known.missing() && asset.state().offline();
    }

    /** Out of the trash comes only what went there because its file was missing. */
    private Asset online(Asset asset, ExternalFile known) {
        AssetState state = asset.state().withOffline(false);
        Instant trashed = state.trashed();
        if (trashed != null && trashed.equals(known.trashed())) {
            state = state.withTrashed(null);
            shelves.transactions()
                    .afterCommit(
                            () -> shelves.events().publish(new AssetsRestored(List.of(asset.id()), asset.owner())));
        }
        return asset.withState(state);
    }

    /** Whether the sidecar says something new. One of ours that had to be written elsewhere is written into one beside. */
    private boolean takeSidecar(AssetId asset, Optional<SidecarFile> known, Optional<SidecarFile> found) {
        boolean isOursElsewhere = known.filter(file -> !file.key().isExternal()).isPresent();
        if (known.equals(found) || (found.isEmpty() && isOursElsewhere)) {
            return false;
        }
        shelves.files().saveSidecar(asset, found);
        if (isOursElsewhere) {
            shelves.queues().add(JobType.SIDECAR_WRITING, asset.value());
        }
        boolean isSame = known.isPresent()
                && found.isPresent()
                && !isOursElsewhere
                && known.get().isSameContent(found.get());
        return !isSame;
    }

    private void extract(Asset asset) {
        shelves.queues().add(JobType.METADATA_EXTRACTION, asset.id().value());
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }
}
