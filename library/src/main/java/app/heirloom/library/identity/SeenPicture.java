package app.heirloom.library.identity;

import app.heirloom.library.face.FaceFinder.Found;
import java.util.List;
import java.util.Optional;

/**
 * A picture that a model looked at.
 *
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param paths all files with these bytes, as the staging machine names them; at least one
 * @param origin where it was taken from, unless a cache of elsewhere brought it
 * @param faces in pixels of the upright picture; none for a picture without faces
 */
public record SeenPicture(
        String sha256, List<String> paths, PictureShape shape, Optional<PictureOrigin> origin, List<Found> faces) {}
