package app.heirloom.testkit.remote;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteOriginal;
import app.heirloom.library.remote.asset.RemoteState;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.time.ZoneOffset;

/** Assets of photo servers, to be varied by tests. */
public final class RemoteSamples {
    public static final Instant TAKEN = Instant.parse("2024-05-01T10:00:00Z");

    private RemoteSamples() {}

    /** On the timeline, of 400 x 300 pixels, taken on the first of May 2024, with nothing known about it. */
    public static RemoteAsset asset(String fileName, UserId owner) {
        AssetId id = AssetId.random();
        AssetType type = MediaFormat.find(fileName).map(MediaFormat::type).orElse(AssetType.IMAGE);
        return new RemoteAsset(
                id,
                owner,
                new RemoteOriginal(
                        fileName,
                        "upload/" + id + MediaFormat.extensionOf(fileName),
                        type,
                        FakeShelves.checksumOf(new byte[0]),
                        0L,
                        new Dimensions(400, 300)),
                times(TAKEN, TAKEN, TAKEN),
                Exif.UNKNOWN,
                new RemoteState(Visibility.TIMELINE, false, false, false, RemoteState.Grouping.NONE));
    }

    /** Taken where clocks show UTC. */
    public static AssetTimes times(Instant captured, Instant modified, Instant created) {
        return new AssetTimes(
                captured, captured.atOffset(ZoneOffset.UTC).toLocalDateTime(), modified, created, created);
    }
}
