package app.heirloom.tools.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteFilter;
import app.heirloom.tools.Progress;
import app.heirloom.tools.devices.DeviceUpload.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceUploadTest {
    @TempDir
    private Path folder;

    private DeviceFixture device;

    @BeforeEach
    void addDevice() throws IOException {
        device = new DeviceFixture(folder);
        device.add();
    }

    @AfterEach
    void close() {
        device.close();
    }

    private Summary upload(boolean folderAlbums) {
        return upload(device.photos, folderAlbums);
    }

    private Summary upload(PhotoServer server, boolean folderAlbums) {
        device.complaints.clear();
        return new DeviceUpload(server, device.shelves, new DeviceUpload.Settings(folderAlbums, 3), Progress.NONE)
                .run(device.complaints::add);
    }

    private List<RemoteAsset> assets() {
        List<RemoteAsset> assets = new ArrayList<>();
        device.photos.assets().forEach(RemoteFilter.ALL, assets::add);
        return assets;
    }

    @Test
    void whatWasNeverThereIsSentOnce() throws IOException {
        device.write("a.jpg", "a");
        device.write("b.jpg", "b");
        device.upload("b.jpg");
        device.scan(false);
        assertThat(upload(false)).isEqualTo(new Summary(1, 0, 0, 0));
        assertThat(upload(false)).isEqualTo(new Summary(0, 0, 0, 0));
        assertThat(assets())
                .extracting(asset -> asset.original().fileName())
                .containsExactlyInAnyOrder("a.jpg", "b.jpg");
        assertThat(device.scan(false).scan().counts().hashed()).isZero();
        assertThat(upload(false)).isEqualTo(new Summary(0, 0, 0, 0));
    }

    @Test
    void whatWasDeletedThereIsNotSentAgain() throws IOException {
        device.write("a.jpg", "a");
        device.write("b.jpg", "b");
        AssetId trashed = device.upload("a.jpg");
        AssetId gone = device.upload("b.jpg");
        device.scan(false);
        device.photos.trash().put(List.of(trashed));
        device.photos.trash().remove(List.of(gone));
        device.scan(false);
        assertThat(upload(false)).isEqualTo(new Summary(0, 0, 0, 0));
        assertThat(device.shelves
                        .transactions()
                        .read(() -> device.shelves.files().listDeletedThere("", 10)))
                .hasSize(2);
    }

    @Test
    void whatCameThereSinceTheScanIsNotSentAndStaysInTheTrash() throws IOException {
        device.write("a.jpg", "a");
        device.write("b.jpg", "b");
        device.scan(false);
        device.upload("a.jpg");
        device.photos.trash().put(List.of(device.upload("b.jpg")));
        assertThat(upload(false)).isEqualTo(new Summary(0, 1, 1, 0));
    }

    @Test
    void aLivePhotoGoesAsOneAndAlbumsAreNamedLikeFolders() throws IOException {
        device.write("DCIM/Rome/IMG_1.HEIC", "still id=7");
        device.write("DCIM/Rome/IMG_1.MOV", "motion id=7");
        device.write("root.jpg", "in no folder");
        RemoteAlbum rome = device.photos.albums().create("Rome", "made before");
        device.scan(true);
        assertThat(upload(true)).isEqualTo(new Summary(2, 0, 0, 0));

        RemoteAsset still = assets().stream()
                .filter(asset -> asset.original().fileName().equals("IMG_1.HEIC"))
                .findFirst()
                .orElseThrow();
        AssetId video = still.state().grouping().livePhotoVideo();
        assertThat(video).isNotNull();
        assertThat(device.photos.get(video).state().visibility()).isEqualTo(Visibility.HIDDEN);
        assertThat(device.photos.albums().list()).hasSize(1);
        List<AssetId> members = new ArrayList<>();
        device.photos.albums().forEachAsset(rome.id(), asset -> members.add(asset.id()));
        assertThat(members).containsExactly(still.id());
    }

    @Test
    void whatWasSentBeforeTheKeyWasRevokedIsNotSentTwice() throws IOException {
        for (int i = 0; i < 10; i++) {
            device.write(i + ".jpg", "content " + i);
        }
        device.scan(false);
        assertThatThrownBy(() -> upload(RevokedKey.after(6, device.photos), true))
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED));
        int sent = assets().size();
        assertThat(sent).isPositive().isLessThan(10);
        assertThat(upload(true)).isEqualTo(new Summary(10 - sent, sent, 0, 0));
        assertThat(assets()).hasSize(10);
    }

    @Test
    void whatVanishedIsToldAndTheRestIsSent() throws IOException {
        device.write("a.jpg", "a");
        device.write("b.jpg", "b");
        device.scan(false);
        Files.delete(device.root.resolve("a.jpg"));
        assertThat(upload(false)).isEqualTo(new Summary(1, 0, 0, 1));
        assertThat(device.complaints).extracting(Complaint::path).containsExactly("a.jpg");
    }
}
