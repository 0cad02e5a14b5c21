package app.heirloom.library.recognition;

import app.heirloom.library.asset.Dimensions;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.embedding.RecentPictures;
import app.heirloom.library.face.FaceFinder;
import java.nio.file.Path;
import java.util.List;

/** A model's look at a preview. */
public final class FaceLook {
    private final FaceFinder finder;
    private final RecentPictures pictures;
    private final double leastScore;

    /** @param leastScore how sure the model must be of a face, from 0 to 1 */
    public FaceLook(FaceFinder finder, RecentPictures pictures, double leastScore) {
        this.finder = finder;
        this.pictures = pictures;
        this.leastScore = leastScore;
    }

    ModelId model() {
        return finder.model();
    }

    /**
     * The faces that it sees.
     *
     * @param original size of the upright original, which tells how large its faces really are
     */
    List<Sighting> look(Path preview, Dimensions original) {
        Picture picture = pictures.get(preview);
        float scale = Math.max(1, (float) original.width() / picture.width());
        return finder.find(picture, scale).stream()
                .filter(found -> found.face().score() >= leastScore)
                .map(found -> Sighting.of(found, picture))
                .filter(seen -> !seen.isOutside())
                .toList();
    }
}
