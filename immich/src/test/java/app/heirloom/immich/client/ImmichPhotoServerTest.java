package app.heirloom.immich.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome.Refusal;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.Place;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.album.RemoteLink;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteFilter;
import app.heirloom.library.remote.asset.RemoteTag;
import app.heirloom.library.remote.asset.RemoteUpload;
import app.heirloom.library.remote.asset.RemoteUploaded;
import app.heirloom.library.remote.duplicate.RemoteDuplicateGroup;
import app.heirloom.library.remote.duplicate.RemoteStack;
import app.heirloom.library.remote.person.RemotePerson;
import app.heirloom.library.user.SharedLinkId;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.RemoteSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The same through the wire of every version. */
@ParameterizedClass
@MethodSource("versions")
class ImmichPhotoServerTest {
    @TempDir
    private Path folder;

    private final FakePhotoServer photos;
    private final StandInConnection connection;
    private final ImmichPhotoServer client;

    ImmichPhotoServerTest(RemoteServer version) {
        photos = new FakePhotoServer().as(version);
        connection = StandInConnection.open(photos);
        client = connection.client();
    }

    static Stream<RemoteServer> versions() {
        return Stream.of(StandInConnection.VERSION_2, StandInConnection.VERSION_3_0, StandInConnection.VERSION_3_2);
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void readsAllThatIsKnownOfAnAsset() {
        RemoteAsset clip = photos.add(described("clip.mov"), bytes("clip"));
        RemoteTag tag = photos.tags().upsert(List.of("trip/rome")).getFirst();
        photos.tags().attach(tag.id(), List.of(clip.id()));
        RemotePerson person = photos.people().create("Bea");
        photos.addFace(clip.id(), new FaceBox(new Dimensions(100, 80), 10, 20, 30, 50), person);

        var whole = client.assets().get(clip.id());

        assertThat(whole.asset()).isEqualTo(clip);
        assertThat(whole.tags()).containsExactly(tag);
        assertThat(whole.people()).containsExactly(person);
        assertThat(client.people().listFaces(clip.id()))
                .isEqualTo(photos.people().listFaces(clip.id()));
        assertThat(client.assets().find(AssetId.random())).isEmpty();
    }

    private RemoteAsset described(String fileName) {
        var exif = new Exif(
                new Camera("Apple", "iPhone 15", null),
                Exposure.UNKNOWN,
                new Capture(LocalDateTime.parse("2024-05-01T12:00:00"), "Europe/Rome", null),
                new Location(new Coordinates(41.9, 12.5), new Place("Rome", null, "Italy")),
                new Caption("Forum", 4, List.of()),
                new Frame(new Dimensions(400, 300), null, Duration.ofMillis(83_500), null, null));
        return RemoteSamples.asset(fileName, photos.account().user().id()).withExif(exif);
    }

    @Test
    void goesThroughPagesInEveryVisibilityButTheLockedOne() {
        for (int i = 0; i < 1_100; i++) {
            photos.add("a" + i + ".jpg", bytes("a" + i));
        }
        AssetId archived = photos.add("archived.jpg", bytes("b")).id();
        photos.assets().edit(archived, new AssetEdit(Visibility.ARCHIVE, null, MetadataEdits.NONE));
        AssetId locked = photos.add("locked.jpg", bytes("c")).id();
        photos.assets().edit(locked, new AssetEdit(Visibility.LOCKED, null, MetadataEdits.NONE));
        AssetId trashed = photos.add("trashed.jpg", bytes("d")).id();
        photos.trash().put(List.of(trashed));

        List<AssetId> all = ids(RemoteFilter.ALL);
        assertThat(all)
                .hasSize(1_101)
                .doesNotHaveDuplicates()
                .contains(archived)
                .doesNotContain(locked, trashed);
        assertThat(ids(RemoteFilter.ALL.withTrashed())).hasSize(1_102).contains(trashed);
        assertThat(ids(RemoteFilter.ALL.of(Visibility.ARCHIVE))).containsExactly(archived);
    }

    @Test
    void fetchesTheNextPageWhileOneIsWorkedUpon() {
        for (int i = 0; i < 1_100; i++) {
            photos.add("a" + i + ".jpg", bytes("a" + i));
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        client.assets().forEach(RemoteFilter.ALL.of(Visibility.TIMELINE), asset -> {
            while (searches() < 2) {
                assertThat(System.nanoTime())
                        .as("nobody asked for the second page")
                        .isLessThan(deadline);
                Thread.onSpinWait();
            }
        });
        assertThat(searches()).isEqualTo(2);
    }

    @Test
    void whoFailsWhileHeIsHandedAPageIsHandedNoMore() {
        for (int i = 0; i < 1_100; i++) {
            photos.add("a" + i + ".jpg", bytes("a" + i));
        }
        List<RemoteAsset> seen = new ArrayList<>();
        assertThatThrownBy(() -> client.assets().forEach(RemoteFilter.ALL, asset -> {
                    seen.add(asset);
                    throw new IllegalStateException("no more");
                }))
                .hasMessage("no more");
        assertThat(seen).hasSize(1);
    }

    private long searches() {
        return connection.server().requests().stream()
                .filter(request -> request.contains("/search/metadata"))
                .count();
    }

    private List<AssetId> ids(RemoteFilter filter) {
        List<AssetId> ids = new ArrayList<>();
        client.assets().forEach(filter, asset -> ids.add(asset.id()));
        return ids;
    }

    @Test
    void changesWhatIsSaidOfAnAsset() {
        AssetId id = photos.add(described("a.jpg"), bytes("a")).id();
        var capture = new Capture(LocalDateTime.parse("2020-02-03T04:05:06"), "UTC+02:00", null);
        client.assets()
                .edit(
                        id,
                        new AssetEdit(
                                Visibility.ARCHIVE,
                                true,
                                new MetadataEdits("words", 5, new Coordinates(1.5, -2.5), capture)));
        RemoteAsset changed = photos.get(id);
        assertThat(changed.state().visibility()).isEqualTo(Visibility.ARCHIVE);
        assertThat(changed.state().favorite()).isTrue();
        assertThat(changed.exif().caption().description()).isEqualTo("words");
        assertThat(changed.exif().caption().rating()).isEqualTo(5);
        assertThat(changed.exif().coordinates()).isEqualTo(new Coordinates(1.5, -2.5));
        assertThat(changed.exif().capture()).isEqualTo(capture);
        assertThat(client.assets().get(id).asset()).isEqualTo(changed);

        var unrated = new MetadataEdits(null, MetadataEdits.CLEARED_RATING, null, null);
        client.assets().edit(id, new AssetEdit(null, null, unrated));
        assertThat(photos.get(id).exif().caption().rating()).isNull();
    }

    @Test
    void bringsBytesDownAndUp() throws IOException {
        byte[] content = "x".repeat(300_000).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("a b\"ü.jpg"), content);
        Instant modified = Instant.parse("2021-01-02T03:04:05.678Z");
        var wish = new RemoteUpload.Wish(Visibility.ARCHIVE, true, null);
        var upload = new RemoteUpload(RemoteUpload.Content.of(file), "a b\"ü.jpg", RemoteSamples.TAKEN, modified, wish);

        RemoteUploaded uploaded = client.originals().upload(upload);

        assertThat(uploaded.added()).isTrue();
        RemoteAsset asset = photos.get(uploaded.id());
        assertThat(asset.original().fileName()).isEqualTo("a b\"ü.jpg");
        assertThat(asset.times().fileModified()).isEqualTo(modified);
        assertThat(asset.state().favorite()).isTrue();
        assertThat(asset.state().visibility()).isEqualTo(Visibility.ARCHIVE);
        assertThat(client.originals().upload(upload)).isEqualTo(new RemoteUploaded(uploaded.id(), false));

        var target = new ByteArrayOutputStream();
        try (var download = client.originals().download(uploaded.id())) {
            assertThat(download.length()).hasValue(content.length);
            var received = download.copyTo(target);
            assertThat(received.sizeInBytes()).isEqualTo(content.length);
            assertThat(received.checksum()).isEqualTo(asset.original().checksum());
        }
        assertThat(target.toByteArray()).isEqualTo(content);
    }

    @Test
    void tellsWhichContentsAreThereAndWhereFromTheTrashTheyComeBack() {
        RemoteAsset asset = photos.add("a.jpg", bytes("a"));
        client.trash().put(List.of(asset.id()));
        assertThat(photos.get(asset.id()).state().trashed()).isTrue();
        assertThat(client.originals()
                        .listByChecksum(List.of(
                                asset.original().checksum(),
                                photos.checksumOf(
                                        photos.add("b.jpg", bytes("b")).id()))))
                .anySatisfy(match -> {
                    assertThat(match.asset()).isEqualTo(asset.id());
                    assertThat(match.trashed()).isTrue();
                })
                .hasSize(2);
        client.trash().restore(List.of(asset.id()));
        assertThat(photos.get(asset.id()).state().trashed()).isFalse();
        client.trash().remove(List.of(asset.id()));
        assertThat(photos.find(asset.id())).isEmpty();
    }

    @Test
    void knowsAlbums() {
        AssetId one = photos.add("a.jpg", bytes("a")).id();
        AssetId other = photos.add("b.jpg", bytes("b")).id();
        RemoteAlbum album = client.albums().create("Rome", "in spring");
        assertThat(client.albums().add(album.id(), List.of(one, other, AssetId.random())))
                .extracting(outcome -> outcome.refusal())
                .containsExactly(null, null, Refusal.NO_PERMISSION);
        assertThat(client.albums().add(album.id(), List.of(one)))
                .extracting(outcome -> outcome.refusal())
                .containsExactly(Refusal.DUPLICATE);
        client.albums().remove(album.id(), List.of(other));
        client.albums().create("empty", "");
        assertThat(client.albums().list()).isEqualTo(photos.albums().list()).hasSize(2);
        assertThat(client.albums().listOf(one)).extracting(RemoteAlbum::name).containsExactly("Rome");
        List<AssetId> contents = new ArrayList<>();
        client.albums().forEachAsset(album.id(), asset -> contents.add(asset.id()));
        assertThat(contents).containsExactly(one);
    }

    @Test
    void knowsTags() {
        AssetId asset = photos.add("a.jpg", bytes("a")).id();
        List<RemoteTag> tags = client.tags().upsert(List.of("b/c", "a"));
        assertThat(tags).extracting(RemoteTag::path).containsExactly("b/c", "a");
        client.tags().attach(tags.getFirst().id(), List.of(asset));
        assertThat(photos.assets().get(asset).tags()).containsExactly(tags.getFirst());
        client.tags().detach(tags.getFirst().id(), List.of(asset));
        assertThat(photos.assets().get(asset).tags()).isEmpty();
        assertThat(client.tags().list()).containsExactlyElementsOf(tags);
    }

    @Test
    void knowsStacks() {
        AssetId one = photos.add("a.jpg", bytes("a")).id();
        AssetId other = photos.add("b.jpg", bytes("b")).id();
        RemoteStack stack = client.stacks().create(List.of(other, one));
        assertThat(stack.assets()).as("the primary one first").containsExactly(other, one);
        assertThat(client.assets().get(one).asset().state().grouping().stack()).isEqualTo(stack.id());
        assertThat(client.stacks().find(stack.id())).contains(stack);
        assertThat(client.stacks().find(StackId.random())).isEmpty();
    }

    @Test
    void knowsSharedLinks() {
        AssetId one = photos.add("a.jpg", bytes("a")).id();
        AssetId other = photos.add("b.jpg", bytes("b")).id();
        SharedLinkId link = photos.share(List.of(one));
        assertThat(client.links().list()).containsExactly(new RemoteLink(link, List.of(one)));
        client.links().add(link, List.of(one, other));
        assertThat(client.links().find(link)).contains(new RemoteLink(link, List.of(one, other)));
        assertThat(client.links().find(SharedLinkId.random())).isEmpty();
    }

    @Test
    void knowsPeople() {
        AssetId asset = photos.add("a.jpg", bytes("a")).id();
        RemotePerson ann = client.people().create("Ann");
        RemotePerson bea = client.people().create("");
        client.people().rename(bea.id(), "Bea");
        var box = new FaceBox(new Dimensions(400, 300), 10, 20, 110, 140);
        client.people().draw(asset, bea.id(), box);
        var face = client.people().listFaces(asset).getFirst();
        assertThat(face.box()).isEqualTo(box);
        assertThat(face.person()).extracting(RemotePerson::name).isEqualTo("Bea");
        client.people().assign(face.id(), ann.id());
        assertThat(photos.people().listFaces(asset).getFirst().person()).isEqualTo(ann);
        client.people().merge(bea.id(), List.of(ann.id()));
        assertThat(client.people().list()).extracting(RemotePerson::name).containsExactly("Bea");
        client.people().removeFace(face.id());
        assertThat(client.people().listFaces(asset)).isEmpty();
        client.people().remove(List.of(bea.id()));
        assertThat(photos.people().list()).isEmpty();
    }

    @Test
    void handsDuplicateGroupsOverWithTheirMetadata() {
        RemoteAsset one = photos.add(described("a.jpg"), bytes("a"));
        RemoteAsset other = photos.add(described("b.jpg"), bytes("b"));
        DuplicateGroupId group = photos.group(List.of(one.id(), other.id()));
        List<RemoteDuplicateGroup> groups = new ArrayList<>();
        client.duplicates().forEach(groups::add);
        assertThat(groups)
                .containsExactly(
                        new RemoteDuplicateGroup(group, List.of(photos.get(one.id()), photos.get(other.id()))));
        client.duplicates().dismiss(List.of(group));
        List<RemoteDuplicateGroup> left = new ArrayList<>();
        client.duplicates().forEach(left::add);
        assertThat(left).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
