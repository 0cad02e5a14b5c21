package app.heirloom.library.device;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.asset.appearance.Dimensions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A photo or video on a device.
 *
 * @param path below the root, with slashes
 * @param traits null when it says nothing
 * @param identity null until its content is known
 */
public record DeviceFile(
        String path,
        FileStamp stamp,
        @Nullable Traits traits,
        @Nullable Identity identity,
        Presence presence) {

    /**
     * What a file says of itself.
     *
     * @param captured as a server computes it
     * @param dimensions upright
     * @param contentIdentifier shared by the still and the motion video of a live photo
     */
    public record Traits(
            Instant captured,
            @Nullable Dimensions dimensions,
            @Nullable String contentIdentifier) {}

    /** Which content it has, and how that is known. */
    public record Identity(Checksum checksum, Provenance provenance) {}

    /**
     * Where it is.
     *
     * @param asset that had this content on the server while the file was here; null when it never was there
     * @param gone since when it is not on the device; null while it is
     * @param motion whether it is the motion video of a live photo, which goes with its still
     */
    public record Presence(
            @Nullable AssetId asset, @Nullable Instant gone, boolean motion) {
        /** Of a file that is there, and of which nothing is known. */
        public static final Presence NEW = new Presence(null, null, false);
    }

    public static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public static AssetType typeOf(String path) {
        return MediaFormat.get(path).type();
    }

    public String name() {
        return nameOf(path);
    }
}
