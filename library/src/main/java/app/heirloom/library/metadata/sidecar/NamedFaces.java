package app.heirloom.library.metadata.sidecar;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.metadata.FaceRegion;
import java.util.List;

/** Knows whose faces are on assets. */
public interface NamedFaces {
    /**
     * All faces on the upright picture from left to right, those that were taken away included. Only a face whose owner
     * said whose it is has a name; what a machine thinks is not written anywhere.
     */
    List<FaceRegion> listNamed(AssetId asset);
}
