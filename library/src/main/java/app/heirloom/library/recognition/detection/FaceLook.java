package app.heirloom.library.recognition.detection;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.embedding.RecentPictures;
import app.heirloom.library.face.FaceFinder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model's look at a preview, and at the frames of a video. */
public final class FaceLook {
    private final FaceFinder finder;
    private final RecentPictures pictures;
    private final double leastScore;
    private final Optional<VideoFaces> videos;

    /**
     * @param leastScore how sure the model must be of a face, from 0 to 1
     * @param videos what looks into videos, if anything does
     */
    public FaceLook(FaceFinder finder, RecentPictures pictures, double leastScore, Optional<VideoFaces> videos) {
        this.finder = finder;
        this.pictures = pictures;
        this.leastScore = leastScore;
        this.videos = videos;
    }

    ModelId model() {
        return finder.model();
    }

    /** From which cosine similarity on two faces are taken for one person's. */
    double likeness() {
        return finder.likeness();
    }

    /**
     * The faces that it sees.
     *
     * @param original size of the upright original, which tells how large its faces really are
     */
    List<Sighting> look(Path preview, Dimensions original) {
        return see(pictures.get(preview), original, null);
    }

    boolean looksIntoVideos() {
        return videos.isPresent();
    }

    /** The people that it sees in the video, given those whom its preview shows. */
    List<Sighting> lookInto(Path video, Dimensions original, List<Sighting> shown) {
        return videos.map(inside -> inside.find(
                        video, finder.longestSide(), shown, frame -> see(frame.picture(), original, frame.moment())))
                .orElse(shown);
    }

    private List<Sighting> see(Picture picture, Dimensions original, @Nullable Duration moment) {
        float scale = Math.max(1, (float) original.width() / picture.width());
        return finder.find(picture, scale).stream()
                .filter(found -> found.face().score() >= leastScore)
                .map(found -> Sighting.of(found, picture, moment))
                .filter(seen -> !seen.isOutside())
                .toList();
    }
}
