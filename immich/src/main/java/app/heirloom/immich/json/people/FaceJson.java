package app.heirloom.immich.json.people;

import app.heirloom.library.person.Face;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceSource;
import app.heirloom.library.person.Person;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A face: a box in pixels of an image of that size.
 *
 * @param person null while nobody knows whose face it is
 */
public record FaceJson(
        UUID id,
        int imageWidth,
        int imageHeight,
        int boundingBoxX1,
        int boundingBoxY1,
        int boundingBoxX2,
        int boundingBoxY2,
        String sourceType,
        @Nullable PersonJson person) {

    public static FaceJson of(Face face, Optional<Person> person) {
        FaceBox box = face.box();
        return new FaceJson(
                face.id().value(),
                box.image().width(),
                box.image().height(),
                box.left(),
                box.top(),
                box.right(),
                box.bottom(),
                nameOf(face.source()),
                person.map(PersonJson::of).orElse(null));
    }

    private static String nameOf(FaceSource source) {
        return switch (source) {
            case MODEL -> "machine-learning";
            case FILE -> "exif";
            case HAND -> "manual";
        };
    }
}
