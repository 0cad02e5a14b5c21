package app.heirloom.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.immich.client.ImmichPhotoServer;
import app.heirloom.immich.client.transport.ApiSecret;
import app.heirloom.immich.client.transport.ClientConfig;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Outcome.Refusal;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.remote.HeldAsset;
import app.heirloom.library.remote.JoinKey;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteFilter;
import app.heirloom.library.remote.asset.RemoteTag;
import app.heirloom.library.remote.asset.RemoteUpload;
import app.heirloom.library.remote.duplicate.RemoteDuplicateGroup;
import app.heirloom.library.remote.person.RemotePerson;
import app.heirloom.library.user.Permission;
import app.heirloom.testkit.TinyPhotos;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against the real server. */
class HeirloomAsPhotoServerTest {
    private static final Instant MODIFIED = Instant.parse("2021-01-02T03:04:05.678Z");

    @TempDir
    private static Path data;

    private static RunningHeirloom heirloom;
    private static ImmichPhotoServer photos;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        heirloom = RunningHeirloom.start(data);
        photos = connect("all");
    }

    @AfterAll
    static void stop() {
        photos.close();
        heirloom.close();
    }

    private static ImmichPhotoServer connect(String... permissions) {
        return ImmichPhotoServer.connect(ClientConfig.of(heirloom.url(), ApiSecret.of(heirloom.newKey(permissions))));
    }

    @Test
    void isKnownForWhatItIs() {
        RemoteServer server = photos.account().server();
        assertThat(server.kind()).isEqualTo(RemoteServer.Kind.HEIRLOOM);
        assertThat(server.isLegacy()).isFalse();
        assertThat(photos.account().user().email()).isEqualTo("ann@example.com");
        photos.account().require(Set.of(Permission.ASSET_DELETE));
    }

    @Test
    void aKeyThatMayLittleIsToldWhatItLacks() {
        try (var restricted = connect("asset.read", "user.read")) {
            assertThatThrownBy(() -> restricted.account().require(Set.of(Permission.ALBUM_READ, Permission.USER_READ)))
                    .isInstanceOf(HeirloomException.class)
                    .hasMessageContaining("album.read");
            assertThatThrownBy(() -> restricted.albums().list())
                    .isInstanceOfSatisfying(
                            HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN))
                    .hasMessageContaining("album.read");
        }
    }

    @Test
    void bytesGoUpAndComeDownAsTheyWere() throws IOException {
        byte[] jpeg = TinyPhotos.jpeg(41, 31);
        AssetId id = upload("a \"b\" ü.jpg", jpeg, Visibility.ARCHIVE);
        RemoteAsset asset = photos.assets().get(id).asset();
        assertThat(asset.original().fileName()).isEqualTo("a \"b\" ü.jpg");
        assertThat(asset.original().sizeInBytes()).isEqualTo((long) jpeg.length);
        assertThat(asset.times().fileModified()).isEqualTo(MODIFIED);
        assertThat(asset.state().favorite()).isTrue();
        assertThat(asset.state().visibility()).isEqualTo(Visibility.ARCHIVE);
        try (var download = photos.originals().download(id)) {
            var target = new ByteArrayOutputStream();
            assertThat(download.copyTo(target).checksum())
                    .isEqualTo(asset.original().checksum());
            assertThat(target.toByteArray()).isEqualTo(jpeg);
        }
        Path file = Files.write(folder.resolve("again"), jpeg);
        var known = new RemoteUpload.Content(file, null, asset.original().checksum());
        var again = photos.originals()
                .upload(new RemoteUpload(known, "again.jpg", MODIFIED, MODIFIED, RemoteUpload.Wish.PLAIN));
        assertThat(again.added()).isFalse();
        assertThat(again.id()).isEqualTo(id);
    }

    @Test
    void theTrashGivesBack() throws IOException {
        AssetId id = upload("trash.jpg", TinyPhotos.jpeg(42, 31), Visibility.TIMELINE);
        Checksum checksum = photos.assets().get(id).asset().original().checksum();
        photos.trash().put(List.of(id));
        assertThat(photos.assets().get(id).asset().state().trashed()).isTrue();
        assertThat(photos.originals().listByChecksum(List.of(checksum)))
                .singleElement()
                .satisfies(match -> assertThat(match.trashed()).isTrue());
        assertThat(ids(RemoteFilter.ALL)).doesNotContain(id);
        assertThat(ids(RemoteFilter.ALL.withTrashed())).contains(id);
        photos.trash().restore(List.of(id));
        assertThat(photos.assets().get(id).asset().state().trashed()).isFalse();
        photos.trash().remove(List.of(id));
        assertThat(photos.assets().find(id)).isEmpty();
    }

    @Test
    void asksAboutManyPhotosAtOnceWhatTheListingSaysToo() throws IOException {
        var matching = photos.matching().orElseThrow();
        AssetId id = upload("joined.jpg", TinyPhotos.jpeg(47, 31), Visibility.TIMELINE);
        AssetId twin = upload("twin.jpg", TinyPhotos.jpeg(48, 31), Visibility.TIMELINE);
        AssetId locked = upload("twin.jpg", TinyPhotos.jpeg(49, 31), Visibility.TIMELINE);
        heirloom.awaitIdle();
        List<RemoteAsset> listed = new ArrayList<>();
        photos.assets().forEach(RemoteFilter.ALL.withTrashed(), listed::add);
        HeldAsset asListed = listed.stream()
                .filter(asset -> asset.id().equals(id))
                .map(HeldAsset::of)
                .findFirst()
                .orElseThrow();
        Instant captured = photos.assets().get(twin).asset().times().captured();
        JoinKey twins = JoinKey.of("twin.jpg", captured);
        assertThat(matching.listByKey(List.of(asListed.key(), JoinKey.of("never.jpg", captured))))
                .containsExactly(asListed);
        assertThat(matching.listByChecksum(List.of(asListed.checksum()))).containsExactly(asListed);
        assertThat(matching.listByKey(List.of(twins))).hasSize(2);
        heirloom.send("PUT", "/assets", "{\"ids\": [\"" + locked + "\"], \"visibility\": \"locked\"}");
        assertThat(matching.listByKey(List.of(twins)))
                .as("one that is locked could be meant")
                .isEmpty();
    }

    private static List<AssetId> ids(RemoteFilter filter) {
        List<AssetId> ids = new ArrayList<>();
        photos.assets().forEach(filter, asset -> ids.add(asset.id()));
        return ids;
    }

    @Test
    void whatIsSaidOfAnAssetIsReadBack() throws IOException {
        AssetId id = upload("edit.jpg", TinyPhotos.jpeg(43, 31), Visibility.TIMELINE);
        var capture = new Capture(LocalDateTime.parse("2020-02-03T04:05:06"), "UTC+2", null);
        var place = new Coordinates(41.9, 12.5);
        photos.assets()
                .edit(id, new AssetEdit(Visibility.TIMELINE, false, new MetadataEdits("Forum", 4, place, capture)));
        RemoteAsset asset = photos.assets().get(id).asset();
        assertThat(asset.exif().caption().description()).isEqualTo("Forum");
        assertThat(asset.exif().caption().rating()).isEqualTo(4);
        assertThat(asset.exif().coordinates()).isEqualTo(place);
        assertThat(asset.exif().capture().local()).isEqualTo(capture.local());
        assertThat(asset.times().captured()).isEqualTo(Instant.parse("2020-02-03T02:05:06Z"));
        assertThat(asset.state().favorite()).isFalse();
    }

    @Test
    void albumsTagsAndPeopleCanBeChanged() throws IOException {
        AssetId id = upload("organise.jpg", TinyPhotos.jpeg(44, 31), Visibility.TIMELINE);
        RemoteAlbum album = photos.albums().create("Rome", "in spring");
        assertThat(photos.albums().add(album.id(), List.of(id)).getFirst().refusal())
                .isNull();
        assertThat(photos.albums().add(album.id(), List.of(id)).getFirst().refusal())
                .isEqualTo(Refusal.DUPLICATE);
        assertThat(photos.albums().listOf(id)).extracting(RemoteAlbum::name).containsExactly("Rome");
        List<AssetId> contents = new ArrayList<>();
        photos.albums().forEachAsset(album.id(), asset -> contents.add(asset.id()));
        assertThat(contents).containsExactly(id);

        RemoteTag tag = photos.tags().upsert(List.of("trip/rome")).getFirst();
        photos.tags().attach(tag.id(), List.of(id));
        RemotePerson person = photos.people().create("Bea");
        var box = new FaceBox(new Dimensions(44, 31), 4, 5, 24, 25);
        photos.people().draw(id, person.id(), box);

        var whole = photos.assets().get(id);
        assertThat(whole.tags()).containsExactly(tag);
        assertThat(whole.people()).extracting(RemotePerson::name).containsExactly("Bea");
        assertThat(photos.people().listFaces(id)).singleElement().satisfies(face -> {
            assertThat(face.box()).isEqualTo(box);
            assertThat(face.person()).extracting(RemotePerson::id).isEqualTo(person.id());
        });
        RemotePerson other = photos.people().create("Cleo");
        photos.people().merge(other.id(), List.of(person.id()));
        assertThat(photos.assets().get(id).people())
                .extracting(RemotePerson::name)
                .containsExactly("Cleo");
    }

    @Test
    void duplicateGroupsComeWithTheirMetadata() throws IOException {
        AssetId one = upload("dupe1.jpg", TinyPhotos.jpeg(45, 31), Visibility.TIMELINE);
        AssetId other = upload("dupe2.jpg", TinyPhotos.jpeg(46, 31), Visibility.TIMELINE);
        DuplicateGroupId group = DuplicateGroupId.random();
        heirloom.send(
                "PUT",
                "/assets",
                "{\"ids\": [\"" + one + "\", \"" + other + "\"], \"duplicateId\": \"" + group + "\"}");
        List<RemoteDuplicateGroup> groups = new ArrayList<>();
        photos.duplicates().forEach(groups::add);
        assertThat(groups).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo(group);
            assertThat(found.assets()).extracting(RemoteAsset::id).containsExactlyInAnyOrder(one, other);
            assertThat(found.assets())
                    .allSatisfy(
                            asset -> assertThat(asset.original().sizeInBytes()).isPositive());
        });
        photos.duplicates().dismiss(List.of(group));
        List<RemoteDuplicateGroup> left = new ArrayList<>();
        photos.duplicates().forEach(left::add);
        assertThat(left).isEmpty();
    }

    private AssetId upload(String name, byte[] content, Visibility visibility) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        var wish = new RemoteUpload.Wish(visibility, true, null);
        return photos.originals()
                .upload(new RemoteUpload(RemoteUpload.Content.of(file), name, MODIFIED, MODIFIED, wish))
                .id();
    }
}
