package app.heirloom.library.duplicate;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.metadata.Exif;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of several duplicates is the best to keep: the largest file and, of equally large ones, the best described. */
public final class KeeperSuggestion {
    private KeeperSuggestion() {}

    /** Empty when there are no assets; of equally good ones the first. */
    public static Optional<AssetId> of(Collection<Asset> assets, Map<AssetId, Exif> exifs) {
        Comparator<Asset> better = Comparator.<Asset>comparingLong(
                        asset -> asset.original().sizeInBytes())
                .thenComparingLong(asset -> countKnown(exifs.getOrDefault(asset.id(), Exif.UNKNOWN)));
        return assets.stream().max(better).map(Asset::id);
    }

    private static long countKnown(Exif exif) {
        return Stream.of(
                        exif.camera().make(),
                        exif.camera().model(),
                        exif.camera().lens(),
                        exif.exposure().fNumber(),
                        exif.exposure().time(),
                        exif.exposure().focalLength(),
                        exif.exposure().iso(),
                        exif.capture().local(),
                        exif.capture().zone(),
                        exif.coordinates(),
                        exif.caption().description().isEmpty() ? null : exif.caption(),
                        exif.caption().rating())
                .filter(Objects::nonNull)
                .count();
    }
}
