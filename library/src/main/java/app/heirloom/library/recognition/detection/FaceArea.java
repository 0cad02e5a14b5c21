package app.heirloom.library.recognition.detection;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.face.FaceBounds;
import app.heirloom.library.person.FaceBox;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rectangle of an upright picture or a moment of a video, in shares of its width and height, 0 to 1.
 *
 * @param moment of the video that shows it; null for pictures, and where the preview of the video shows it
 */
public record FaceArea(
        float left,
        float top,
        float right,
        float bottom,
        @Nullable Duration moment) {
    public FaceArea(float left, float top, float right, float bottom) {
        this(left, top, right, bottom, null);
    }

    /** As far as it lies within the picture. */
    static FaceArea of(FaceBounds bounds, Picture picture, @Nullable Duration moment) {
        return new FaceArea(
                Math.clamp(bounds.left() / picture.width(), 0, 1),
                Math.clamp(bounds.top() / picture.height(), 0, 1),
                Math.clamp(bounds.right() / picture.width(), 0, 1),
                Math.clamp(bounds.bottom() / picture.height(), 0, 1),
                moment);
    }

    public static FaceArea of(FaceBox box) {
        float width = box.image().width();
        float height = box.image().height();
        return new FaceArea(
                box.left() / width, box.top() / height, box.right() / width, box.bottom() / height, box.moment());
    }

    boolean isEmpty() {
        return right <= left || bottom <= top;
    }

    /** In pixels of an image; at least one. */
    FaceBox boxIn(Dimensions image) {
        int x = Math.min((int) (left * image.width()), image.width() - 1);
        int y = Math.min((int) (top * image.height()), image.height() - 1);
        return new FaceBox(
                image,
                x,
                y,
                Math.clamp(Math.round(right * image.width()), x + 1, image.width()),
                Math.clamp(Math.round(bottom * image.height()), y + 1, image.height()),
                moment);
    }

    /** Intersection over union, 0 to 1; nothing of one moment overlaps with anything of another. */
    double overlap(FaceArea other) {
        return Objects.equals(moment, other.moment) ? bounds().overlap(other.bounds()) : 0;
    }

    private FaceBounds bounds() {
        return new FaceBounds(left, top, right, bottom);
    }
}
