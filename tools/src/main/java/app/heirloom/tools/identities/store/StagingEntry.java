package app.heirloom.tools.identities.store;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a ledger: what became of one asset.
 *
 * @param sha256 of its picture, where that is known
 * @param picture of what was staged
 */
public record StagingEntry(
        UUID asset,
        StagingOutcome outcome,
        @Nullable String sha256,
        @Nullable Picture picture) {
    public StagingEntry {
        Objects.requireNonNull(asset, "no asset");
        Objects.requireNonNull(outcome, "no outcome");
    }

    /**
     * A picture as the server describes it.
     *
     * @param file its place below the folder of pictures
     * @param checksum SHA-1 of its bytes, in hexadecimal digits
     * @param takenOn as in {@code 2024-05-01}, at the place where it was taken
     */
    public record Picture(String file, String checksum, String takenOn) {
        public static Picture of(String file, Checksum checksum, LocalDate takenOn) {
            return new Picture(file, checksum.hex(), takenOn.toString());
        }

        public LocalDate day() {
            return LocalDate.parse(takenOn);
        }
    }

    /** Of an asset whose picture does not matter. */
    public static StagingEntry of(AssetId asset, StagingOutcome outcome) {
        return new StagingEntry(asset.value(), outcome, null, null);
    }

    /** Of an asset whose picture is somewhere already, or lost. */
    public static StagingEntry of(AssetId asset, StagingOutcome outcome, String sha256) {
        return new StagingEntry(asset.value(), outcome, sha256, null);
    }

    public static StagingEntry staged(AssetId asset, String sha256, Picture picture) {
        return new StagingEntry(asset.value(), StagingOutcome.STAGED, sha256, picture);
    }
}
