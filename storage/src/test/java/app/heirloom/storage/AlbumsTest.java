package app.heirloom.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.album.AlbumAccess;
import app.heirloom.library.album.AlbumChanged;
import app.heirloom.library.album.AlbumDetails;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.AlbumMembers;
import app.heirloom.library.album.AlbumNews;
import app.heirloom.library.album.AlbumRole;
import app.heirloom.library.album.AlbumShelves;
import app.heirloom.library.album.Albums;
import app.heirloom.library.album.Membership;
import app.heirloom.library.album.content.AlbumAssets;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.event.Events;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.LinkPass;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.SharedLinkId;
import app.heirloom.library.user.User;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of albums on real databases. */
@ParameterizedClass
@EnumSource
class AlbumsTest {
    private static final LocalDateTime MAY = LocalDateTime.of(2024, 5, 31, 12, 0);

    private final TestDatabase kind;
    private final List<AlbumChanged> news = new ArrayList<>();
    private DatabaseConfig config;
    private SqlStorage storage;
    private AlbumAccess access;
    private Albums albums;
    private AlbumMembers members;
    private AlbumAssets assets;
    private User ann;
    private User bob;

    AlbumsTest(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        config = kind.config(folder);
        storage = SqlStorage.open(config, InstantSource.system());
        var transactions = storage.transactions();
        var clock = InstantSource.system();
        var events = new Events();
        events.subscribe(AlbumChanged.class, news::add);
        AlbumShelves shelves = storage.albums();
        access = new AlbumAccess(shelves.albums(), shelves.members(), transactions);
        var teller = new AlbumNews(shelves.members(), transactions, events);
        members = new AlbumMembers(shelves, access, teller, transactions, clock);
        albums = new Albums(shelves, access, members, teller, transactions, clock);
        assets = new AlbumAssets(
                storage.albumAssets(),
                access,
                new AssetAccess(storage.assets(), List.of(), transactions),
                teller,
                transactions,
                clock);
        ann = Samples.addUser(storage);
        bob = Samples.addUser(storage);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void tellsAllMembersAndWhoeverWasJustRemoved() {
        AlbumId album = share(AlbumRole.VIEWER);
        assertThat(last()).isEqualTo(new AlbumChanged(album, Set.of(ann.id(), bob.id())));
        members.remove(caller(ann), album, bob.id());
        assertThat(last()).isEqualTo(new AlbumChanged(album, Set.of(ann.id(), bob.id())));
        albums.delete(caller(ann), album);
        assertThat(last()).isEqualTo(new AlbumChanged(album, Set.of(ann.id())));
        assertThat(news).hasSize(3);
    }

    @Test
    void notesWhatClientsMustForget() throws SQLException {
        AlbumId album = share(AlbumRole.EDITOR);
        Asset asset = asset(1);
        assets.add(caller(ann), album, List.of(asset.id()));
        assets.remove(caller(bob), album, List.of(asset.id()));
        assertThat(countDeletions()).isEqualTo(1);
        assets.add(caller(ann), album, List.of(asset.id()));
        storage.transactions().run(() -> assets.locked(List.of(asset.id())));
        assertThat(countDeletions()).isEqualTo(2);
        members.remove(caller(bob), album, bob.id());
        assertThat(countDeletions()).isEqualTo(4);
        Asset deleted = asset(2);
        assets.add(caller(ann), album, List.of(deleted.id()));
        storage.transactions().run(() -> storage.assets().remove(List.of(deleted.id())));
        assertThat(countDeletions()).isEqualTo(6);
        albums.delete(caller(ann), album);
        assertThat(countDeletions()).isEqualTo(7);
    }

    @Test
    void takesManyAssetsInPortionsAndTellsOnce() {
        AlbumId album = albums.create(caller(ann), AlbumDetails.of("Many", ""), List.of());
        var many = IntStream.range(0, 4_500)
                .mapToObj(i -> Samples.asset(ann.id(), i, i + ".jpg", MAY.plusMinutes(i)))
                .toList();
        storage.transactions().run(() -> many.forEach(storage.assets()::add));
        news.clear();
        var ids = many.stream().map(Asset::id).toList();
        assertThat(assets.add(caller(ann), album, ids)).allMatch(outcome -> outcome.refusal() == null);
        assertThat(news).hasSize(1);
        assertThat(albums.get(caller(ann), album).summary().album().thumbnail()).isEqualTo(ids.getLast());
        assertThat(assets.list(caller(ann), album)).isEqualTo(ids.reversed());
    }

    @Test
    void aLinkOpensItsAlbumAndNoMoreThanItsOwnerMay() {
        AlbumId album = share(AlbumRole.VIEWER);
        AlbumId other = albums.create(caller(ann), AlbumDetails.of("Other", ""), List.of());
        Caller holder = holder(bob, album);
        assertThat(access.get(holder, album, Permission.ALBUM_READ).id()).isEqualTo(album);
        assertRefused(holder, album, Permission.ALBUM_ASSET_CREATE);
        assertRefused(holder, album, Permission.ALBUM_UPDATE);
        assertRefused(holder, other, Permission.ALBUM_READ);
        assertThat(access.get(holder(ann, album), album, Permission.ALBUM_ASSET_CREATE)
                        .id())
                .isEqualTo(album);
        members.remove(caller(bob), album, bob.id());
        assertRefused(holder, album, Permission.ALBUM_READ);
    }

    private void assertRefused(Caller caller, AlbumId album, Permission permission) {
        assertThatThrownBy(() -> access.get(caller, album, permission))
                .hasMessage("Not found or no " + permission.dottedName() + " access");
    }

    private AlbumId share(AlbumRole role) {
        return albums.create(caller(ann), AlbumDetails.of("Shared", ""), List.of(new Membership(bob.id(), role)));
    }

    private Asset asset(int content) {
        Asset asset = Samples.asset(ann.id(), content, content + ".jpg", MAY);
        storage.transactions().run(() -> storage.assets().add(asset));
        return asset;
    }

    private AlbumChanged last() {
        return news.getLast();
    }

    private static Caller caller(User user) {
        return new Caller(user, new Caller.Credential.OfSession(Samples.sessionOfNobody(), false));
    }

    private static Caller holder(User owner, AlbumId album) {
        return new Caller(
                owner,
                new Caller.Credential.OfSharedLink(
                        new LinkPass(SharedLinkId.random(), album.value(), true, true, true)));
    }

    private int countDeletions() throws SQLException {
        try (var connection = DriverManager.getConnection(config.url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from deletion")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
