package app.heirloom.tools.finding;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.likeness.PixelHash;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteDownload;
import app.heirloom.tools.backup.DiskFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What originals on a photo server really hold. Safe for concurrent use. */
public final class OriginalContents {
    /** Larger pictures are compared at this size, so that a few of them fit into memory. */
    private static final int LONGEST_SIDE = 4096;

    private final PhotoServer photos;
    private final PictureReader pictures;

    public OriginalContents(PhotoServer photos, PictureReader pictures) {
        this.photos = photos;
        this.pictures = pictures;
    }

    /** Whether the server's checksum is that of the bytes; on Immich's external libraries it is that of the path. */
    boolean isKnown(RemoteAsset asset) {
        return !asset.isExternal() || photos.account().server().kind() == RemoteServer.Kind.HEIRLOOM;
    }

    /** Of its bytes, which are downloaded where the server does not know. */
    public Checksum checksum(RemoteAsset asset) {
        return isKnown(asset)
                ? asset.original().checksum()
                : download(asset.id(), OutputStream.nullOutputStream()).checksum();
    }

    /**
     * Of its pixels: downloads and decodes it.
     *
     * @throws app.heirloom.library.error.HeirloomException UNREADABLE_MEDIA when it is no picture that can be decoded
     */
    public PixelHash pixels(AssetId id) {
        try {
            Path file = Files.createTempFile("heirloom-original", ".part");
            try (OutputStream target = Files.newOutputStream(file)) {
                download(id, target);
                return decode(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write a temporary file", e);
        }
    }

    /** One at a time: a decoded original is large. */
    private synchronized PixelHash decode(Path file) {
        return PixelHash.of(pictures.read(file, LONGEST_SIDE));
    }

    private RemoteDownload.Received download(AssetId id, OutputStream target) {
        try (RemoteDownload download = photos.originals().download(id)) {
            return download.copyTo(target);
        } catch (IOException e) {
            throw ErrorCode.REMOTE_UNREACHABLE.exception("The download of " + id + " broke off: " + e.getMessage(), e);
        }
    }
}
