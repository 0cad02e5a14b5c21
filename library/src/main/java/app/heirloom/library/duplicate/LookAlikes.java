package app.heirloom.library.duplicate;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.likeness.Fingerprint;
import app.heirloom.library.likeness.PerceptualIndex;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the assets of the same owner that are the same as another: by their bytes, their pixels, their looks. */
public final class LookAlikes {
    private static final int PORTION = 10_000;

    private final FingerprintRepository fingerprints;
    private final Hints hints;
    private final Transactions transactions;
    private final PerceptualIndex index = new PerceptualIndex();

    /** Names contents that may look like an asset's, of any owner; it is called outside of transactions. */
    @FunctionalInterface
    public interface Hints {
        Hints NONE = asset -> List.of();

        List<Checksum> near(Asset asset);
    }

    public LookAlikes(FingerprintRepository fingerprints, Hints hints, Transactions transactions) {
        this.fingerprints = fingerprints;
        this.hints = hints;
        this.transactions = transactions;
    }

    /** An asset that is the same, and how sure that is: see {@link Candidate#likeness}. */
    public record Match(Candidate candidate, double likeness) {}

    /** Whatever is found of one asset, the other finds too. In no particular order. */
    List<Match> of(Candidate candidate) {
        catchUp();
        Asset asset = candidate.asset();
        UserId owner = asset.owner();
        List<Checksum> hinted = hints.near(asset);
        Map<AssetId, Candidate> found = new LinkedHashMap<>();
        transactions.read(() -> {
            add(fingerprints.listByChecksum(owner, List.of(asset.original().checksum())), found);
            add(fingerprints.listByChecksum(owner, hinted), found);
            candidate.fingerprint().ifPresent(fingerprint -> addByLooks(owner, fingerprint, found));
            return found.size();
        });
        found.remove(asset.id());
        return found.values().stream()
                .map(other -> new Match(other, candidate.likeness(other)))
                .filter(match -> match.likeness() > 0)
                .toList();
    }

    private void addByLooks(UserId owner, Fingerprint fingerprint, Map<AssetId, Candidate> found) {
        add(fingerprints.listByPixels(owner, fingerprint.pixels()), found);
        add(fingerprints.listByNumber(owner, index.near(fingerprint)), found);
    }

    private static void add(List<Candidate> more, Map<AssetId, Candidate> found) {
        more.forEach(candidate -> found.put(candidate.id(), candidate));
    }

    private void catchUp() {
        List<PerceptualIndex.Entry> portion = next();
        while (!portion.isEmpty()) {
            index.add(portion);
            portion = next();
        }
    }

    private List<PerceptualIndex.Entry> next() {
        return transactions.read(() -> fingerprints.listAfter(index.highest(), PORTION));
    }
}
