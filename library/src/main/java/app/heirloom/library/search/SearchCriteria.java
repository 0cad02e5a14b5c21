package app.heirloom.library.search;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Visibility;
import java.util.List;
import java.util.Optional;

/**
 * What must hold of an asset; every part that is there must, and what is empty is not asked.
 *
 * @param ids one of these
 * @param fileName part of the original's name, whatever its case and accents
 * @param visibility empty means everything but the locked folder
 */
public record SearchCriteria(
        List<AssetId> ids,
        Optional<AssetType> type,
        Optional<Visibility> visibility,
        Optional<String> fileName,
        Optional<Checksum> checksum,
        StateCriteria state) {
    public SearchCriteria {
        ids = List.copyOf(ids);
    }
}
