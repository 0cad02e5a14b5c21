package app.heirloom.storage.sql.album;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.album.Album;
import app.heirloom.library.album.AlbumContents;
import app.heirloom.library.album.AlbumCounts;
import app.heirloom.library.album.AlbumDetails;
import app.heirloom.library.album.AlbumFilter;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.AlbumRole;
import app.heirloom.library.album.AlbumShelves;
import app.heirloom.library.album.AlbumSummary;
import app.heirloom.library.album.Membership;
import app.heirloom.library.album.content.AlbumAssetRepository;
import app.heirloom.library.album.content.Contribution;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SqlAlbumRepositoryTest {
    private static final LocalDateTime MAY = LocalDateTime.of(2024, 5, 31, 12, 0);

    private final TestDatabase kind;
    private SqlStorage storage;
    private AlbumShelves shelves;
    private AlbumAssetRepository contents;
    private UserId ann;
    private UserId bob;

    SqlAlbumRepositoryTest(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        storage = kind.open(folder);
        shelves = storage.albums();
        contents = storage.albumAssets();
        ann = Samples.addUser(storage).id();
        bob = Samples.addUser(storage).id();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void countsWhatItShows() {
        Album album = addAlbum("Brittany", ann);
        Asset first = addAsset(ann, 1, MAY);
        Asset last = addAsset(ann, 2, MAY.plusDays(3));
        Asset trashed = addAsset(ann, 3, MAY.plusDays(9));
        fill(album, first, last, trashed);
        save(trashed.withState(trashed.state().withTrashed(Samples.NOW)));

        AlbumSummary summary = list(AlbumFilter.of(ann)).getFirst();
        assertThat(summary.contents())
                .isEqualTo(
                        new AlbumContents(2, Optional.of(new AlbumContents.Span(MAY, MAY.plusDays(3), Samples.NOW))));
        assertThat(summary.album().thumbnail()).isEqualTo(last.id());
        assertThat(summary.linked()).isFalse();
        assertThat(list(AlbumFilter.of(bob))).isEmpty();
    }

    @Test
    void anEmptyAlbumHasNoSpanAndNoThumbnail() {
        Album album = addAlbum("Empty", ann);
        assertThat(list(AlbumFilter.of(ann)))
                .containsExactly(new AlbumSummary(album, new AlbumContents(0, Optional.empty()), false));
    }

    @Test
    void keepsTheThumbnailUntilItIsGone() {
        Asset chosen = addAsset(ann, 1, MAY);
        Asset newer = addAsset(ann, 2, MAY.plusDays(1));
        Album album = addAlbum("Chosen", ann);
        fill(album, chosen, newer);
        run(() -> shelves.albums().save(album.with(album.details(), chosen.id(), Samples.NOW)));
        assertThat(list(AlbumFilter.of(ann)).getFirst().album().thumbnail()).isEqualTo(chosen.id());

        run(() -> contents.remove(album.id(), Set.of(chosen.id())));
        assertThat(list(AlbumFilter.of(ann)).getFirst().album().thumbnail()).isEqualTo(newer.id());
        run(() -> contents.refresh(album.id(), Samples.NOW));
        assertThat(find(album.id()).thumbnail()).isEqualTo(newer.id());
    }

    @Test
    void listsWhatTheFilterAsksFor() {
        Album own = addAlbum("Own", ann);
        Album shared = addAlbum("Shared", ann);
        Album foreign = addAlbum("Foreign", bob);
        run(() -> {
            shelves.members().add(shared.id(), new Membership(bob, AlbumRole.VIEWER), Samples.NOW);
            shelves.members().add(foreign.id(), new Membership(ann, AlbumRole.EDITOR), Samples.NOW);
        });
        Asset asset = addAsset(ann, 1, MAY);
        fill(shared, asset);

        var all = AlbumFilter.of(ann);
        var none = Optional.<Boolean>empty();
        assertThat(ids(all)).containsExactlyInAnyOrder(own.id(), shared.id(), foreign.id());
        assertThat(ids(all.withId(foreign.id()))).containsExactly(foreign.id());
        assertThat(ids(new AlbumFilter(
                        ann, Optional.of(true), none, Optional.empty(), Optional.empty(), Optional.empty())))
                .containsExactlyInAnyOrder(own.id(), shared.id());
        assertThat(ids(new AlbumFilter(
                        ann, none, Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty())))
                .containsExactlyInAnyOrder(shared.id(), foreign.id());
        assertThat(ids(new AlbumFilter(
                        ann, none, Optional.of(false), Optional.empty(), Optional.empty(), Optional.empty())))
                .containsExactly(own.id());
        assertThat(ids(new AlbumFilter(ann, none, none, Optional.empty(), Optional.of("Own"), Optional.empty())))
                .containsExactly(own.id());
        assertThat(ids(new AlbumFilter(bob, none, none, Optional.empty(), Optional.empty(), Optional.of(asset.id()))))
                .containsExactly(shared.id());
        assertThat(storage.transactions().read(() -> shelves.albums().count(all)))
                .isEqualTo(new AlbumCounts(2, 2, 1));
    }

    @Test
    void takesNeitherLockedNorMissingNorKnownAssets() {
        Album album = addAlbum("Picky", ann);
        Asset open = addAsset(ann, 1, MAY);
        Asset locked = addAsset(ann, 2, MAY);
        save(locked.withState(locked.state().withVisibility(Visibility.LOCKED)));
        var ids = List.of(open.id(), locked.id(), AssetId.random());

        assertThat(write(() -> contents.add(album.id(), ids, Samples.NOW))).containsExactly(open.id());
        assertThat(write(() -> contents.add(album.id(), ids, Samples.NOW))).isEmpty();
        assertThat(read(() -> contents.filter(album.id(), ids))).containsExactly(open.id());
        assertThat(write(() -> contents.removeFromAll(ids))).containsExactly(album.id());
        assertThat(read(() -> contents.filter(album.id(), ids))).isEmpty();
    }

    @Test
    void showsItsMembersWhatIsNeitherTrashedNorLocked() {
        Album album = addAlbum("Shown", ann);
        run(() -> shelves.members().add(album.id(), new Membership(bob, AlbumRole.VIEWER), Samples.NOW));
        Asset motion = addAsset(ann, 1, MAY);
        Asset still = addAsset(ann, 2, MAY);
        Asset trashed = addAsset(ann, 3, MAY);
        Asset elsewhere = addAsset(ann, 4, MAY);
        save(still.withState(still.state().withLivePhotoVideo(motion.id())));
        fill(album, still, trashed);
        save(trashed.withState(trashed.state().withTrashed(Samples.NOW)));
        var ids = List.of(motion.id(), still.id(), trashed.id(), elsewhere.id());

        assertThat(read(() -> contents.filterShown(bob, null, ids))).containsExactlyInAnyOrder(motion.id(), still.id());
        assertThat(read(() -> contents.filterShown(bob, album.id(), ids))).hasSize(2);
        assertThat(read(() -> contents.filterShown(bob, AlbumId.random(), ids))).isEmpty();
        run(() -> shelves.members().remove(album.id(), bob));
        assertThat(read(() -> contents.filterShown(bob, null, ids))).isEmpty();
    }

    @Test
    void holdsManyAssetsOfSeveralOwners() {
        Album album = addAlbum("Many", ann);
        var assets = IntStream.range(0, 1_200)
                .mapToObj(i -> Samples.asset(i % 3 == 0 ? bob : ann, i, i + ".jpg", MAY.plusMinutes(i)))
                .toList();
        run(() -> assets.forEach(storage.assets()::add));
        var ids = assets.stream().map(Asset::id).toList();
        assertThat(write(() -> contents.add(album.id(), ids, Samples.NOW))).hasSize(1_200);

        assertThat(read(() -> contents.listContributions(album.id())))
                .containsExactly(new Contribution(ann, 800), new Contribution(bob, 400));
        assertThat(read(() -> contents.listShown(album))).isEqualTo(ids.reversed());
        assertThat(write(() -> contents.remove(album.id(), ids))).hasSize(1_200);
    }

    @Test
    void goesForAllOfItsMembersAndLeavesTheAssets() {
        Album album = addAlbum("Gone", ann);
        Asset asset = addAsset(ann, 1, MAY);
        fill(album, asset);
        run(() -> shelves.albums().remove(album.id()));
        assertThat(read(() -> shelves.albums().find(album.id()))).isEmpty();
        assertThat(read(() -> shelves.members().findRole(album.id(), ann))).isEmpty();
        assertThat(read(() -> storage.assets().find(asset.id()))).isPresent();
    }

    private Album addAlbum(String name, UserId owner) {
        var album = new Album(AlbumId.random(), AlbumDetails.of(name, ""), null, Samples.NOW, Samples.NOW);
        run(() -> {
            shelves.albums().add(album);
            shelves.members().add(album.id(), new Membership(owner, AlbumRole.OWNER), Samples.NOW);
        });
        return album;
    }

    private Asset addAsset(UserId owner, int content, LocalDateTime local) {
        Asset asset = Samples.asset(owner, content, content + ".jpg", local);
        run(() -> storage.assets().add(asset));
        return asset;
    }

    private void fill(Album album, Asset... assets) {
        var ids = List.of(assets).stream().map(Asset::id).toList();
        run(() -> contents.add(album.id(), ids, Samples.NOW));
    }

    private void save(Asset asset) {
        run(() -> storage.assets().save(asset));
    }

    private Album find(AlbumId id) {
        return read(() -> shelves.albums().find(id)).orElseThrow();
    }

    private List<AlbumSummary> list(AlbumFilter filter) {
        return read(() -> shelves.albums().list(filter));
    }

    private List<AlbumId> ids(AlbumFilter filter) {
        return list(filter).stream().map(summary -> summary.album().id()).toList();
    }

    private void run(Runnable work) {
        storage.transactions().run(work);
    }

    private <T> T read(Supplier<T> work) {
        return storage.transactions().read(work);
    }

    private <T> T write(Supplier<T> work) {
        return storage.transactions().write(work);
    }
}
