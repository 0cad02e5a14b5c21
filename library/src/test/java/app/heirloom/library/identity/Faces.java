package app.heirloom.library.identity;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceBounds;
import app.heirloom.library.face.FaceFinder.Found;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.face.Landmarks;
import app.heirloom.library.face.Landmarks.Point;
import app.heirloom.library.identity.picture.PictureShape;
import app.heirloom.library.identity.picture.PicturedFace;
import app.heirloom.library.identity.picture.SeenPicture;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Faces whose embeddings lie on a circle, so that distances follow from angles. */
final class Faces {
    private static final Point POINT = new Point(0, 0);
    private static final FaceQuality GOOD = new FaceQuality(200, 0.8f, 0.9f, 0.9f);

    private Faces() {}

    static Embedding at(double degrees) {
        double radians = Math.toRadians(degrees);
        return Embedding.of(new float[] {(float) Math.cos(radians), (float) Math.sin(radians)});
    }

    /** Alone on its picture. */
    static PicturedFace face(String picture, double degrees) {
        return new PicturedFace(picture(picture, Optional.empty(), degrees), 0);
    }

    static PicturedFace face(String picture, int year, double degrees) {
        return new PicturedFace(picture(picture, Optional.of(LocalDate.of(year, 7, 1)), degrees), 0);
    }

    static SeenPicture picture(String name, Optional<LocalDate> takenOn, double... degrees) {
        var landmarks = new Landmarks(POINT, POINT, POINT, POINT, POINT);
        return new SeenPicture(
                name,
                List.of("/store/" + name),
                new PictureShape(400, 300, takenOn),
                List.of(),
                Arrays.stream(degrees)
                        .mapToObj(angle -> new Found(
                                new DetectedFace(new FaceBounds(0, 0, 200, 200), landmarks, 0.9f), GOOD, at(angle)))
                        .toList());
    }
}
