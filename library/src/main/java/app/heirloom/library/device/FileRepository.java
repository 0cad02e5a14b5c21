package app.heirloom.library.device;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.DeviceFile.Identity;
import app.heirloom.library.remote.HeldAsset;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of a device. What lists takes the path after which to go on, the empty text first, and returns the next in
 * the order of their paths, so that never all are in memory.
 */
public interface FileRepository {
    /** A file as a walk found it. */
    record Observation(String path, FileStamp stamp) {}

    /** Those of these of which still holds what was known of them: they have the same stamp, and it can be trusted. */
    List<DeviceFile> listUnchanged(Collection<Observation> files);

    /** Notes that the scan saw these again. */
    void see(long scan, Collection<DeviceFile> files);

    /** Notes what the scan saw for the first time, or changed: what was known of their paths is forgotten. */
    void add(long scan, Collection<DeviceFile> files);

    /** Finds out which videos belong to a still by their content identifiers. */
    void pairMotion();

    /** Present files without a checksum, motion videos left out, each with what that scan saw sharing its key. */
    List<StrictJoin.Case> listJoinable(long scan, String after, int limit);

    /** Files that the scan did not see and whose content is known, but for settled ones. */
    List<DeviceFile> listVanished(long scan, String after, int limit);

    /** Present files without a checksum. */
    List<DeviceFile> listUnidentified(String after, int limit);

    /** How many files without a checksum there are, motion videos left out. */
    long countUnidentified();

    /**
     * Which content a file has.
     *
     * @param asset that has it, too, on the server; null when nobody has asked
     */
    record Identification(
            DeviceFile file, Identity identity, @Nullable AssetId asset) {}

    /**
     * Says which content files have; with another than before a file was never on the server. Those that have changed
     * since are left out.
     */
    void identify(Collection<Identification> identifications);

    /** The file may change without its stamp telling: the next scan forgets what is known of it. */
    void distrust(DeviceFile file);

    /** Present files whose checksum is known so; null takes any. */
    List<DeviceFile> listIdentified(@Nullable Provenance provenance, String after, int limit);

    /** So many of them, by chance. */
    List<DeviceFile> sample(@Nullable Provenance provenance, int count);

    /** Says of files that the scan did not see that they are gone since then, and returns how many are new among them. */
    long markGone(long scan, Instant now);

    /** Forgets files that are not to be looked at any more. */
    void removeUnseen(long scan, Collection<String> paths);

    /** All files that the scan did not see and that are not known to be gone. */
    List<String> listUnseen(long scan, String after, int limit);

    /** Notes of the files that the scan saw which asset has their content. */
    void noteAssets(long scan);

    void noteAsset(DeviceFile file, AssetId asset);

    /** Files that are gone and not settled, whose content is on the server and not in its trash. */
    List<Candidate> listCandidates(String after, int limit);

    /** A file that is gone, and the asset that has its content. */
    record Candidate(DeviceFile file, HeldAsset asset) {}

    /** The deletion of what had this content was carried over, and is not to be looked at again. */
    void settle(Checksum checksum);

    /** What is gone, and in the server's trash as well, was carried over by somebody. */
    void settleTrashed();

    /** The file of this path, when its content was read while it had this stamp, and cannot have changed since. */
    Optional<DeviceFile> findRead(Observation observation);

    /** Whether a file came since that has the same folder and name, but for the extension. */
    boolean hasTwin(String path);

    /** Present files, but for motion videos, that were never on the server and whose content is known. */
    List<DeviceFile> listNeverThere(String after, int limit);

    /** Present files that were on the server, and now are not, or only in its trash. */
    List<DeviceFile> listDeletedThere(String after, int limit);

    /** The motion video of the still, if it is here. */
    Optional<DeviceFile> findMotion(DeviceFile still);

    DeviceCounts counts();
}
