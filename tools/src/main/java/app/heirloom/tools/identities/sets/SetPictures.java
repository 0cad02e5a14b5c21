package app.heirloom.tools.identities.sets;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.face.FaceBounds;
import app.heirloom.library.identity.picture.FacePlace;
import app.heirloom.library.likeness.Fingerprint;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.extraction.MetadataReader;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.thumbnail.FaceCrop;
import app.heirloom.library.person.thumbnail.FaceCropper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What sees pictures and cuts faces out of them. */
public record SetPictures(MetadataReader metadata, FaceCropper cropper, PictureReader reader) {
    /** Crops are no larger. */
    private static final int CROP = 250;

    /**
     * Writes a square JPEG with the face, of the first of its files that can be read.
     *
     * @throws HeirloomException NOT_FOUND when none is there, UNREADABLE_MEDIA when it cannot be decoded
     */
    void cut(FacePlace place, Path target) {
        Path original = place.paths().stream()
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> ErrorCode.NOT_FOUND.exception(
                        "The picture " + place.paths().getFirst() + " is gone"));
        Frame frame = metadata.read(original, AssetType.IMAGE, null).exif().frame();
        FaceBox box = box(place.bounds(), size(place, frame));
        cropper.crop(new FaceCrop(original, AssetType.IMAGE, frame, null, box, target));
    }

    /** Caches of other tools do not always tell it. */
    private static Dimensions size(FacePlace place, Frame frame) {
        if (place.shape().width() > 0 && place.shape().height() > 0) {
            return new Dimensions(place.shape().width(), place.shape().height());
        }
        return Optional.ofNullable(frame.upright())
                .orElseThrow(() -> ErrorCode.UNREADABLE_MEDIA.exception(
                        "Nobody knows how large the picture " + place.paths().getFirst() + " is"));
    }

    /** Faces may reach over the edge of a picture. */
    private static FaceBox box(FaceBounds bounds, Dimensions size) {
        int left = Math.clamp((int) bounds.left(), 0, size.width() - 1);
        int top = Math.clamp((int) bounds.top(), 0, size.height() - 1);
        return new FaceBox(
                size,
                left,
                top,
                Math.clamp(Math.round(bounds.right()), left + 1, size.width()),
                Math.clamp(Math.round(bounds.bottom()), top + 1, size.height()));
    }

    Fingerprint fingerprint(Path crop) {
        return Fingerprint.of(reader.read(crop, CROP));
    }
}
