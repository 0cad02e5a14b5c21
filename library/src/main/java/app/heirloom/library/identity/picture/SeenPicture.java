package app.heirloom.library.identity.picture;

import app.heirloom.library.face.FaceFinder.Found;
import java.util.List;
import java.util.stream.Stream;

/**
 * A picture that a model looked at.
 *
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param paths all files with these bytes, as the staging machine names them; at least one
 * @param origins all assets with these bytes; none when a cache of elsewhere brought it
 * @param faces in pixels of the upright picture; none for a picture without faces
 */
public record SeenPicture(
        String sha256, List<String> paths, PictureShape shape, List<PictureOrigin> origins, List<Found> faces) {
    public SeenPicture {
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("a picture without a path");
        }
        paths = List.copyOf(paths);
        origins = List.copyOf(origins);
        faces = List.copyOf(faces);
    }

    /** This one, which is also where the other one is. */
    public SeenPicture alsoAt(List<String> otherPaths, List<PictureOrigin> otherOrigins) {
        return new SeenPicture(sha256, union(paths, otherPaths), shape, union(origins, otherOrigins), faces);
    }

    private static <T> List<T> union(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
