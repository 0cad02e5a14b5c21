package app.heirloom.library.metadata.sidecar;

import app.heirloom.library.asset.AssetId;
import java.util.List;

/** Knows which tags are on assets. */
public interface AttachedTags {
    /** The whole names of the asset's tags, their hierarchy separated by {@code /}, in their order. */
    List<String> listPaths(AssetId asset);
}
