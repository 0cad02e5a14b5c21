package app.heirloom.library.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.likeness.Fingerprint;
import app.heirloom.library.likeness.PerceptualIndex;
import app.heirloom.library.likeness.PixelHash;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the contents of assets look like. Candidates are those assets of one owner that are still to be judged: in the
 * timeline or the archive, and not in the trash.
 */
public interface FingerprintRepository {
    Optional<Fingerprint> find(Checksum content);

    /** Adds it, or replaces it by one with a higher number. */
    void save(Checksum content, Fingerprint fingerprint);

    /** What was saved after that number, in ascending order. */
    List<PerceptualIndex.Entry> listAfter(long number, int limit);

    Optional<Candidate> findCandidate(AssetId id);

    List<Candidate> listByAsset(UserId owner, Collection<AssetId> ids);

    List<Candidate> listByChecksum(UserId owner, Collection<Checksum> contents);

    List<Candidate> listByPixels(UserId owner, PixelHash pixels);

    /** By the numbers of their fingerprints. */
    List<Candidate> listByNumber(UserId owner, Collection<Long> numbers);
}
