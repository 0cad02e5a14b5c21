package app.heirloom.library.identity;

import app.heirloom.library.identity.picture.FaceKey;
import java.util.List;

/**
 * Years in which a person looked alike.
 *
 * @param first year
 * @param last year
 */
public record Era(int first, int last, List<FaceKey> faces) {
    public Era {
        faces = List.copyOf(faces);
    }
}
