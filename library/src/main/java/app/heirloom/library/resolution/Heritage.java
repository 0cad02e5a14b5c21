package app.heirloom.library.resolution;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.duplicate.merge.KnownMetadata;
import app.heirloom.library.duplicate.merge.MetadataMerge;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.ExifRepository;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is known of assets, and would be known of one of them alone. Called inside transactions. */
public final class Heritage {
    private final AssetRepository assets;
    private final ExifRepository exifs;

    public Heritage(AssetRepository assets, ExifRepository exifs) {
        this.assets = assets;
        this.exifs = exifs;
    }

    KnownMetadata of(Asset asset) {
        return known(asset, exifs.find(asset.id()).orElse(Exif.UNKNOWN));
    }

    KnownMetadata merged(KnownMetadata heir, Collection<AssetId> others) {
        Map<AssetId, Exif> known = exifs.list(others);
        List<KnownMetadata> added = assets.list(others).stream()
                .map(asset -> known(asset, known.getOrDefault(asset.id(), Exif.UNKNOWN)))
                .toList();
        return MetadataMerge.of(heir, added);
    }

    private static KnownMetadata known(Asset asset, Exif exif) {
        return KnownMetadata.of(asset.state().favorite(), asset.state().visibility(), exif);
    }
}
