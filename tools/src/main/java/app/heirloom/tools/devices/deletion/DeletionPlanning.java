package app.heirloom.tools.devices.deletion;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.device.Device;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.FileRepository.Candidate;
import app.heirloom.library.device.Provenance;
import app.heirloom.library.device.deletion.Deletion;
import app.heirloom.library.device.deletion.Deletion.Evidence;
import app.heirloom.library.device.deletion.Deletion.LostFile;
import app.heirloom.library.device.deletion.DeletionPlan;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.HeldAsset;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.tools.devices.DeviceShelves;
import app.heirloom.tools.devices.Pages;
import app.heirloom.tools.devices.RootMark;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds out what was deleted on a device and is still on the server, and what is to become of it. */
public final class DeletionPlanning {
    private static final int PORTION = 1_000;

    private final PhotoServer photos;
    private final DeviceShelves shelves;
    private final InstantSource clock;

    public DeletionPlanning(PhotoServer photos, DeviceShelves shelves, InstantSource clock) {
        this.photos = photos;
        this.shelves = shelves;
        this.clock = clock;
    }

    /**
     * The plan as of the last complete scan. It looks at the device again: what is there after all is not in it.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID when there was no complete scan, the device is not in
     *     its root, or the account is another's
     */
    public DeletionPlan plan() {
        Device device = shelves.device();
        device.requireBoundTo(photos.account());
        RootMark.require(device);
        if (shelves.transactions().read(shelves.devices()::findLastCompleteScan).isEmpty()) {
            throw ErrorCode.INVALID.exception(
                    "No scan has seen all of " + device.name() + " yet: run heirloom device scan " + device.name());
        }
        List<Candidate> candidates = candidates();
        Optional<Set<AssetId>> scope = scope(device);
        PresenceProof proof = PresenceProof.of(device, shelves, candidates);
        List<Deletion> deletions = new ArrayList<>();
        for (Candidate candidate : candidates) {
            PresenceProof.Answer answer = proof.ask(candidate);
            if (answer != PresenceProof.Answer.HERE) {
                boolean isInScope = scope.isEmpty()
                        || scope.get().contains(candidate.asset().id());
                deletions.add(deletion(candidate, answer == PresenceProof.Answer.GONE, isInScope));
            }
        }
        long files = shelves.transactions().read(shelves.files()::counts).files() + deletions.size();
        return DeletionPlan.of(deletions, device.rails(), files, clock.instant());
    }

    /** Of several files that had the content of one asset, the one that is gone for the shortest time. */
    private List<Candidate> candidates() {
        Map<AssetId, Candidate> candidates = new LinkedHashMap<>();
        new Pages(shelves.transactions())
                .forEach(
                        PORTION,
                        shelves.files()::listCandidates,
                        candidate -> candidate.file().path(),
                        page -> page.forEach(candidate ->
                                candidates.merge(candidate.asset().id(), candidate, DeletionPlanning::later)));
        return List.copyOf(candidates.values());
    }

    private static Candidate later(Candidate one, Candidate other) {
        return goneSince(one.file()).isAfter(goneSince(other.file())) ? one : other;
    }

    private static Instant goneSince(DeviceFile file) {
        return Objects.requireNonNull(file.presence().gone());
    }

    private Optional<Set<AssetId>> scope(Device device) {
        List<String> names = device.scope().albums();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Set<AssetId> assets = new HashSet<>();
        photos.albums().list().stream()
                .filter(album -> names.contains(album.name()))
                .forEach(album -> photos.albums().forEachAsset(album.id(), asset -> assets.add(asset.id())));
        return Optional.of(assets);
    }

    private Deletion deletion(Candidate candidate, boolean isProven, boolean isInScope) {
        DeviceFile file = candidate.file();
        DeviceFile.Identity identity = Objects.requireNonNull(file.identity());
        boolean hasTwin = shelves.transactions().read(() -> shelves.files().hasTwin(file.path()));
        boolean isHashed = identity.provenance() == Provenance.HASHED; // then the checksum has said it all
        boolean differs = !isHashed && differs(file, candidate.asset());
        boolean agrees = isHashed || (!differs && candidate.asset().size().bytes() != null);
        return new Deletion(
                file.path(),
                new LostFile(file.stamp(), identity.checksum(), identity.provenance(), goneSince(file)),
                candidate.asset(),
                new Evidence(isProven, agrees, differs, isInScope, hasTwin));
    }

    private static boolean differs(DeviceFile file, HeldAsset asset) {
        Long bytes = asset.size().bytes();
        Dimensions there = asset.size().dimensions();
        Dimensions here = file.traits() == null ? null : file.traits().dimensions();
        return (bytes != null && bytes != file.stamp().sizeInBytes())
                || (there != null && here != null && !there.equals(here));
    }
}
