package app.heirloom.library.duplicate;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.likeness.Fingerprint;
import app.heirloom.library.likeness.Likeness;
import java.util.Objects;
import java.util.Optional;

/**
 * An asset that may be the same as another.
 *
 * @param fingerprint absent as long as it has no preview
 */
public record Candidate(Asset asset, Optional<Fingerprint> fingerprint) {
    public AssetId id() {
        return asset.id();
    }

    /**
     * How sure it is that both are the same: 3 by their bytes, 2 by their pixels, up to 1 by their looks; 0 when they are
     * not. Of videos only one frame is known, so that nothing but its very pixels and the same duration will do.
     */
    double likeness(Candidate other) {
        if (asset.type() != other.asset.type()) {
            return 0;
        }
        if (asset.original().checksum().equals(other.asset.original().checksum())) {
            return 3;
        }
        if (fingerprint.isEmpty() || other.fingerprint.isEmpty()) {
            return 0;
        }
        Fingerprint own = fingerprint.get();
        Fingerprint theirs = other.fingerprint.get();
        if (asset.type() != AssetType.IMAGE) {
            return own.pixels().equals(theirs.pixels()) && lastsAsLong(other) ? 2 : 0;
        }
        return own.pixels().equals(theirs.pixels()) ? 2 : Likeness.of(own, theirs);
    }

    private boolean lastsAsLong(Candidate other) {
        return Objects.equals(
                asset.appearance().duration(), other.asset.appearance().duration());
    }
}
