package app.heirloom.library.metadata;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The metadata of assets, as extracted and as edited. */
public interface ExifRepository {
    Optional<Exif> find(AssetId id);

    /** For those that have any yet. */
    Map<AssetId, Exif> list(Collection<AssetId> ids);

    /** Writes the metadata as it is to be seen, edits included. */
    void save(AssetId id, Exif exif);

    MetadataEdits getEdits(AssetId id);

    void saveEdits(AssetId id, MetadataEdits edits);

    LivePhotoClue getClue(AssetId id);

    void saveClue(AssetId id, LivePhotoClue clue);

    /** The owner's asset of the type with the identifier, the oldest when there are several. */
    Optional<AssetId> findByContentIdentifier(UserId owner, String contentIdentifier, AssetType type);
}
