package app.heirloom.library.remote.asset;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Visibility;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file to be sent.
 *
 * @param fileName what the server shall call it
 * @param created when it was taken, as far as the file itself does not say
 * @param modified when the file was last changed
 */
public record RemoteUpload(Content content, String fileName, Instant created, Instant modified, Wish wish) {

    /**
     * The bytes.
     *
     * @param sidecar an XMP file to go with it
     * @param checksum of the file, if known: then it is not sent where its content is there already
     */
    public record Content(
            Path file, @Nullable Path sidecar, @Nullable Checksum checksum) {
        public static Content of(Path file) {
            return new Content(file, null, null);
        }
    }

    /**
     * How the asset shall be; only new ones are made so.
     *
     * @param livePhotoVideo the motion video of this still, uploaded before
     */
    public record Wish(
            Visibility visibility,
            boolean favorite,
            @Nullable AssetId livePhotoVideo) {
        public static final Wish PLAIN = new Wish(Visibility.TIMELINE, false, null);
    }
}
