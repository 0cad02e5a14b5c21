package app.heirloom.immich.client;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.CaptureTime;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.metadata.edit.Withdrawal;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.RemoteServer.Kind;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.testkit.remote.FakePhotoServer;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class HeirloomWithdrawalTest {
    private static final MetadataEdits EDITS = new MetadataEdits(
            null,
            null,
            new Coordinates(41.9, 12.5),
            new Capture(LocalDateTime.parse("2020-01-02T03:04:05"), "UTC+2", null));
    private static final CaptureTime BEFORE = CaptureTime.undated(Instant.parse("2024-05-01T10:00:00.123Z"));

    private final FakePhotoServer photos =
            new FakePhotoServer().as(new RemoteServer(URI.create("http://photos.test"), Kind.HEIRLOOM, 3, 2, 2));

    @Test
    void takesBackThePlaceAlone() {
        RemoteAsset asset = withdraw(new Withdrawal(true, null));
        assertThat(asset.exif().coordinates()).isNull();
        assertThat(asset.exif().capture().zone()).isEqualTo("UTC+2");
    }

    @Test
    void takesBackTheDateAlone() {
        RemoteAsset asset = withdraw(new Withdrawal(false, BEFORE));
        assertThat(asset.exif().coordinates()).isEqualTo(EDITS.coordinates());
        assertThat(asset.exif().capture()).isEqualTo(Capture.UNKNOWN);
        assertThat(asset.times().captured()).isEqualTo(BEFORE.instant());
    }

    @Test
    void isNotThereOnImmich() {
        try (var connection = StandInConnection.open(new FakePhotoServer())) {
            assertThat(connection.client().withdrawal()).isEmpty();
        }
    }

    private RemoteAsset withdraw(Withdrawal withdrawal) {
        AssetId id = photos.add("a.jpg", new byte[] {1}).id();
        photos.assets().edit(id, new AssetEdit(null, null, EDITS));
        try (var connection = StandInConnection.open(photos)) {
            connection.client().withdrawal().orElseThrow().withdraw(id, withdrawal);
        }
        return photos.get(id);
    }
}
