package app.heirloom.library.recognition.detection;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.face.FaceFinder;
import app.heirloom.library.face.FaceQuality;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A face that a model saw in a content. */
public record Sighting(FaceArea area, FaceQuality quality, Embedding embedding) {
    public static Sighting of(FaceFinder.Found found, Picture picture) {
        return of(found, picture, null);
    }

    /** @param moment of the video that the picture shows; null for others */
    static Sighting of(FaceFinder.Found found, Picture picture, @Nullable Duration moment) {
        return new Sighting(FaceArea.of(found.face().box(), picture, moment), found.quality(), found.embedding());
    }

    /** Whether nothing of it lies within the picture. */
    public boolean isOutside() {
        return area.isEmpty();
    }
}
