package app.heirloom.cli.review;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.asset.RemoteDownload;
import app.heirloom.library.user.Permission;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Pictures of the photo server for the page, which never sees the key. */
record ReviewPhotos(PhotoServer photos) {
    static final Set<Permission> NEEDED =
            EnumSet.of(Permission.USER_READ, Permission.ASSET_VIEW, Permission.DUPLICATE_DELETE);

    /** More is no picture that a server made for looking at. */
    private static final int MAX_BYTES = 32 << 20;

    Optional<byte[]> preview(AssetId id) {
        return read(photos.previews().find(id));
    }

    Optional<byte[]> thumbnail(AssetId id) {
        return read(photos.previews().findThumbnail(id));
    }

    private static Optional<byte[]> read(Optional<RemoteDownload> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (RemoteDownload download = found.get()) {
            return Optional.of(download.bytes().readNBytes(MAX_BYTES));
        } catch (IOException e) {
            throw ErrorCode.REMOTE_UNREACHABLE.exception("The download broke off: " + e.getMessage(), e);
        }
    }
}
