package app.heirloom.storage.sql.album;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.album.Album;
import app.heirloom.library.album.AlbumDetails;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.sharing.LinkRights;
import app.heirloom.library.sharing.LinkSecret;
import app.heirloom.library.sharing.LinkTerms;
import app.heirloom.library.sharing.SharedLink;
import app.heirloom.library.sharing.SharedLinkRepository;
import app.heirloom.library.user.SharedLinkId;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SqlSharedLinkRepositoryTest {
    private static final LocalDateTime MAY = LocalDateTime.of(2024, 5, 31, 12, 0);
    private static final LinkTerms TERMS =
            new LinkTerms("beach", "Ours", "sesame", Samples.NOW, new LinkRights(true, true, true));

    private final TestDatabase kind;
    private SqlStorage storage;
    private SharedLinkRepository links;
    private UserId ann;

    SqlSharedLinkRepositoryTest(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        storage = kind.open(folder);
        links = storage.sharedLinks();
        ann = Samples.addUser(storage).id();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void isFoundByIdSecretSlugAndOwner() {
        SharedLink link = add(TERMS, null);
        assertThat(read(() -> links.find(link.id()))).contains(link);
        assertThat(read(() -> links.findBySecret(link.secret()))).contains(link);
        assertThat(read(() -> links.findBySlug("beach"))).contains(link);
        assertThat(read(() -> links.list(ann))).containsExactly(link);
        assertThat(read(() -> links.findBySecret(LinkSecret.random()))).isEmpty();
        assertThat(read(() -> links.list(UserId.random()))).isEmpty();
    }

    @Test
    void takesNewTerms() {
        SharedLink link = add(TERMS, null);
        var bare = new LinkTerms(null, null, null, null, new LinkRights(false, true, false));
        var changed = new SharedLink(link.id(), link.owner(), link.secret(), link.album(), bare, link.created());
        storage.transactions().run(() -> links.save(changed));
        assertThat(read(() -> links.find(link.id()))).contains(changed);
        assertThat(bare.rights().download()).isFalse();
        storage.transactions().run(() -> links.remove(link.id()));
        assertThat(read(() -> links.find(link.id()))).isEmpty();
    }

    @Test
    void goesWithItsAlbum() {
        var album = new Album(AlbumId.random(), AlbumDetails.of("A", ""), null, Samples.NOW, Samples.NOW);
        storage.transactions().run(() -> storage.albums().albums().add(album));
        SharedLink link = add(TERMS, album.id());
        assertThat(read(() -> links.find(link.id()))).contains(link);
        storage.transactions().run(() -> storage.albums().albums().remove(album.id()));
        assertThat(read(() -> links.find(link.id()))).isEmpty();
    }

    @Test
    void showsItsAssetsThatAreNeitherTrashedNorLocked() {
        SharedLink link = add(TERMS, null);
        Asset motion = asset(1, MAY);
        Asset still = asset(2, MAY);
        Asset newer = asset(3, MAY.plusDays(1));
        Asset trashed = asset(4, MAY);
        Asset locked = asset(5, MAY);
        Asset elsewhere = asset(6, MAY);
        storage.transactions().run(() -> {
            storage.assets().save(still.withState(still.state().withLivePhotoVideo(motion.id())));
            storage.assets().save(trashed.withState(trashed.state().withTrashed(Samples.NOW)));
            storage.assets().save(locked.withState(locked.state().withVisibility(Visibility.LOCKED)));
        });
        var listed = List.of(still.id(), newer.id(), trashed.id(), locked.id());
        assertThat(storage.transactions().write(() -> links.addAssets(link.id(), listed)))
                .hasSize(4);
        assertThat(storage.transactions().write(() -> links.addAssets(link.id(), listed)))
                .isEmpty();

        assertThat(read(() -> links.listShown(List.of(link.id(), SharedLinkId.random()))))
                .containsExactly(Map.entry(link.id(), List.of(newer.id(), still.id())));
        var asked = List.of(
                motion.id(), still.id(), newer.id(), trashed.id(), locked.id(), elsewhere.id(), AssetId.random());
        assertThat(read(() -> links.filterShown(link.id(), asked)))
                .containsExactlyInAnyOrder(motion.id(), still.id(), newer.id());

        assertThat(storage.transactions().write(() -> links.removeAssets(link.id(), asked)))
                .hasSize(4);
        assertThat(read(() -> links.filterShown(link.id(), asked))).isEmpty();
    }

    private SharedLink add(LinkTerms terms, @Nullable AlbumId album) {
        var link = new SharedLink(SharedLinkId.random(), ann, LinkSecret.random(), album, terms, Samples.NOW);
        storage.transactions().run(() -> links.add(link));
        return link;
    }

    private Asset asset(int content, LocalDateTime local) {
        Asset asset = Samples.asset(ann, content, content + ".jpg", local);
        storage.transactions().run(() -> storage.assets().add(asset));
        return asset;
    }

    private <T> T read(Supplier<T> work) {
        return storage.transactions().read(work);
    }
}
