package app.heirloom.testkit.remote;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.ContentMatch;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteDownload;
import app.heirloom.library.remote.asset.RemoteOriginals;
import app.heirloom.library.remote.asset.RemoteState;
import app.heirloom.library.remote.asset.RemoteUpload;
import app.heirloom.library.remote.asset.RemoteUploaded;
import app.heirloom.library.user.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** Bytes in memory, each content once. */
record FakeOriginals(FakeShelves shelves, UserId owner) implements RemoteOriginals {
    @Override
    public RemoteDownload download(AssetId id) {
        byte[] content = shelves.bytesOf(id);
        return new RemoteDownload(new ByteArrayInputStream(content), OptionalLong.of(content.length));
    }

    @Override
    public RemoteUploaded upload(RemoteUpload upload) {
        try {
            return add(upload, Files.readAllBytes(upload.content().file()));
        } catch (IOException e) {
            throw ErrorCode.NOT_FOUND.exception(
                    "Cannot read " + upload.content().file(), e);
        }
    }

    RemoteUploaded add(RemoteUpload upload, byte[] content) {
        synchronized (shelves) {
            Checksum checksum = FakeShelves.checksumOf(content);
            List<ContentMatch> known = listByChecksum(List.of(checksum));
            if (!known.isEmpty()) {
                return new RemoteUploaded(known.getFirst().asset(), false);
            }
            RemoteUpload.Wish wish = upload.wish();
            RemoteAsset sample = RemoteSamples.asset(upload.fileName(), owner)
                    .withTimes(RemoteSamples.times(upload.created(), upload.modified(), Instant.now()));
            RemoteAsset asset = sample.withOriginal(sample.original().withContent(checksum, content.length));
            shelves.put(
                    asset.withState(new RemoteState(
                            wish.visibility(),
                            wish.favorite(),
                            false,
                            false,
                            RemoteState.Grouping.NONE.withLivePhotoVideo(wish.livePhotoVideo()))),
                    content);
            return new RemoteUploaded(asset.id(), true);
        }
    }

    @Override
    public List<ContentMatch> listByChecksum(Collection<Checksum> checksums) {
        return shelves.all().stream()
                .filter(asset -> !asset.isExternal()
                        && checksums.contains(asset.original().checksum()))
                .map(asset -> new ContentMatch(
                        asset.original().checksum(), asset.id(), asset.state().trashed()))
                .toList();
    }
}
