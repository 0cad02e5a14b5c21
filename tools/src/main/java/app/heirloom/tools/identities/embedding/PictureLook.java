package app.heirloom.tools.identities.embedding;

import app.heirloom.library.face.FaceFinder.Found;
import java.util.List;

/**
 * What a worker saw in a picture.
 *
 * @param width of the upright original, in pixels
 * @param height of the upright original, in pixels
 * @param faces in pixels of the original
 */
public record PictureLook(String sha256, int width, int height, List<Found> faces) {
    public PictureLook {
        faces = List.copyOf(faces);
    }
}
