package app.heirloom.testkit.remote;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.remote.asset.RemoteDownload;
import app.heirloom.library.remote.asset.RemotePreviews;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** Originals that stand for their own previews; what has no bytes has no preview. */
record FakePreviews(FakeShelves shelves) implements RemotePreviews {
    @Override
    public Optional<RemoteDownload> find(AssetId id) {
        return Optional.of(shelves.bytesOf(id))
                .filter(bytes -> bytes.length > 0)
                .map(bytes -> new RemoteDownload(new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length)));
    }

    @Override
    public Optional<RemoteDownload> findThumbnail(AssetId id) {
        return find(id);
    }
}
