package app.heirloom.library.remote.asset;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.appearance.Dimensions;
import org.jspecify.annotations.Nullable;

/**
 * The original of an asset on a photo server.
 *
 * @param fileName the name it came with, without folders; any text at all, so make it safe before it names a file
 * @param path where the server keeps it
 * @param checksum SHA-1 of its bytes, except on Immich's external libraries, where it is that of the path
 * @param sizeInBytes null while the server has not looked at the file
 * @param dimensions upright; null while the server has not looked at the file
 */
public record RemoteOriginal(
        String fileName,
        String path,
        AssetType type,
        Checksum checksum,
        @Nullable Long sizeInBytes,
        @Nullable Dimensions dimensions) {

    public RemoteOriginal withContent(Checksum newChecksum, long newSizeInBytes) {
        return new RemoteOriginal(fileName, path, type, newChecksum, newSizeInBytes, dimensions);
    }
}
