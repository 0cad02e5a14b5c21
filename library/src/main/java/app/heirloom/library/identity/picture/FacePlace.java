package app.heirloom.library.identity.picture;

import app.heirloom.library.face.FaceBounds;
import java.util.List;

/**
 * Where a face is to be seen.
 *
 * @param paths all files with the picture, as the staging machine names them; at least one
 * @param origins all assets with the picture
 * @param bounds in pixels of the upright picture
 */
public record FacePlace(List<String> paths, List<PictureOrigin> origins, PictureShape shape, FaceBounds bounds) {
    public FacePlace {
        paths = List.copyOf(paths);
        origins = List.copyOf(origins);
    }

    public static FacePlace of(PicturedFace face) {
        SeenPicture picture = face.picture();
        return new FacePlace(
                picture.paths(),
                picture.origins(),
                picture.shape(),
                face.found().face().box());
    }
}
