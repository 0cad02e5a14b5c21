package app.heirloom.library.asset.usage;

import app.heirloom.library.asset.AssetId;
import java.util.List;
import java.util.UUID;

/** Walks through the assets of all owners, a portion at a time. */
public interface AssetSurvey {
    /** Where a walk begins. */
    AssetId BEGINNING = new AssetId(new UUID(0, 0));

    /** What an asset may be without. */
    enum Lack {
        OF_NOTHING,
        OF_METADATA,
        OF_PREVIEW,
        /** Of what tells it from others by its looks, though it has a preview. */
        OF_FINGERPRINT
    }

    /** The next assets with this lack, in the order of their ids; with no lack, simply the next. */
    List<AssetId> list(Lack lack, AssetId after, int limit);
}
