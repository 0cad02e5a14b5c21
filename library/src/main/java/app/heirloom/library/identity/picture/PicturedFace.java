package app.heirloom.library.identity.picture;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.face.FaceFinder.Found;
import app.heirloom.library.face.FaceQuality;
import java.util.List;
import java.util.stream.IntStream;

/** One of the faces on a picture. */
public record PicturedFace(SeenPicture picture, int index) {
    /** All faces on the picture. */
    public static List<PicturedFace> on(SeenPicture picture) {
        return IntStream.range(0, picture.faces().size())
                .mapToObj(index -> new PicturedFace(picture, index))
                .toList();
    }

    public FaceKey key() {
        return new FaceKey(picture.sha256(), index);
    }

    public Found found() {
        return picture.faces().get(index);
    }

    public Embedding embedding() {
        return found().embedding();
    }

    public FaceQuality quality() {
        return found().quality();
    }
}
