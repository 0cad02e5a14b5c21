package app.heirloom.testkit.remote;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceSource;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.RemoteAccount;
import app.heirloom.library.remote.RemoteMatching;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.RemoteServer.Kind;
import app.heirloom.library.remote.RemoteUser;
import app.heirloom.library.remote.RemoteWithdrawal;
import app.heirloom.library.remote.album.RemoteAlbums;
import app.heirloom.library.remote.album.RemoteLinks;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteAssets;
import app.heirloom.library.remote.asset.RemoteOriginals;
import app.heirloom.library.remote.asset.RemotePreviews;
import app.heirloom.library.remote.asset.RemoteState.Grouping;
import app.heirloom.library.remote.asset.RemoteTags;
import app.heirloom.library.remote.asset.RemoteTrash;
import app.heirloom.library.remote.asset.RemoteUpload;
import app.heirloom.library.remote.asset.RemoteUploaded;
import app.heirloom.library.remote.duplicate.RemoteDuplicates;
import app.heirloom.library.remote.duplicate.RemoteStacks;
import app.heirloom.library.remote.person.RemotePeople;
import app.heirloom.library.remote.person.RemotePerson;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.SharedLinkId;
import app.heirloom.library.user.UserId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A photo server in memory with one user. Tests fill it, run what uses it, and look at what became of it. */
public final class FakePhotoServer implements PhotoServer {
    private final FakeShelves shelves = new FakeShelves();
    private RemoteServer server = new RemoteServer(URI.create("http://photos.test"), Kind.IMMICH, 3, 2, 2);
    private RemoteUser user = new RemoteUser(UserId.random(), "Ann", "ann@example.com", false);
    private Set<Permission> permissions = EnumSet.of(Permission.ALL);

    /** Of another version, kind or address. */
    public FakePhotoServer as(RemoteServer newServer) {
        server = newServer;
        return this;
    }

    public FakePhotoServer ownedBy(RemoteUser newUser) {
        user = newUser;
        return this;
    }

    /** With a key that may do only this. */
    public FakePhotoServer allowing(Collection<Permission> granted) {
        permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(granted);
        return this;
    }

    /** Puts an asset in, with its bytes; its checksum is made true. */
    public RemoteAsset add(RemoteAsset asset, byte[] bytes) {
        RemoteAsset added =
                asset.withOriginal(asset.original().withContent(FakeShelves.checksumOf(bytes), bytes.length));
        shelves.put(added, bytes);
        return added;
    }

    /** Puts an asset in that has these bytes and little else. */
    public RemoteAsset add(String fileName, byte[] bytes) {
        return add(RemoteSamples.asset(fileName, user.id()), bytes);
    }

    /** Changes an asset behind everybody's back. */
    public void replace(RemoteAsset asset) {
        shelves.replace(asset);
    }

    /** Says that these are the same. */
    public DuplicateGroupId group(Collection<AssetId> ids) {
        DuplicateGroupId group = DuplicateGroupId.random();
        ids.forEach(id -> {
            RemoteAsset asset = shelves.get(id);
            Grouping old = asset.state().grouping();
            shelves.replace(asset.withState(asset.state().withGrouping(old.inDuplicateGroup(group))));
        });
        return group;
    }

    /** As Immich's external libraries have it: with the checksum of its path. */
    public void makeExternal(AssetId id, LibraryId library) {
        RemoteAsset asset = shelves.get(id);
        Grouping old = asset.state().grouping();
        byte[] path = ("path:" + asset.original().path()).getBytes(StandardCharsets.UTF_8);
        shelves.replace(asset.withOriginal(
                        asset.original().withContent(FakeShelves.checksumOf(path), shelves.bytesOf(id).length))
                .withState(asset.state().withGrouping(old.inLibrary(library))));
    }

    /** A new link to these. */
    public SharedLinkId share(Collection<AssetId> ids) {
        return new FakeLinks(shelves).share(ids);
    }

    public void unshare(SharedLinkId link) {
        shelves.forget(link);
    }

    public void removeAlbum(AlbumId album) {
        shelves.forget(album);
    }

    /** A face as the server's models find it. */
    public void addFace(AssetId asset, FaceBox box, @Nullable RemotePerson person) {
        new FakePeople(shelves).add(asset, box, FaceSource.MODEL, person);
    }

    /** As it is now; fails when it is gone for ever. */
    public RemoteAsset get(AssetId id) {
        return shelves.get(id);
    }

    public Optional<RemoteAsset> find(AssetId id) {
        return shelves.find(id);
    }

    /** In the order in which they came, those in the trash too. */
    public List<RemoteAsset> all() {
        return shelves.all();
    }

    public byte[] bytesOf(AssetId id) {
        return shelves.bytesOf(id);
    }

    public Checksum checksumOf(AssetId id) {
        return shelves.get(id).original().checksum();
    }

    public RemoteUploaded add(RemoteUpload upload, byte[] bytes) {
        return new FakeOriginals(shelves, user.id()).add(upload, bytes);
    }

    @Override
    public RemoteAccount account() {
        return new RemoteAccount() {
            @Override
            public RemoteServer server() {
                return server;
            }

            @Override
            public RemoteUser user() {
                return user;
            }

            @Override
            public Optional<Set<Permission>> permissions() {
                return Optional.of(permissions);
            }
        };
    }

    @Override
    public RemoteAssets assets() {
        return new FakeAssets(shelves);
    }

    /** Where it plays Heirloom. */
    @Override
    public Optional<RemoteMatching> matching() {
        return server.kind() == Kind.HEIRLOOM ? Optional.of(new FakeMatching(shelves)) : Optional.empty();
    }

    @Override
    public RemoteOriginals originals() {
        return new FakeOriginals(shelves, user.id());
    }

    @Override
    public RemotePreviews previews() {
        return new FakePreviews(shelves);
    }

    @Override
    public RemoteTrash trash() {
        return new FakeTrash(shelves);
    }

    @Override
    public RemoteAlbums albums() {
        return new FakeAlbums(shelves, user.id());
    }

    @Override
    public RemoteTags tags() {
        return new FakeTags(shelves);
    }

    @Override
    public RemoteStacks stacks() {
        return new FakeStacks(shelves);
    }

    @Override
    public RemoteLinks links() {
        return new FakeLinks(shelves);
    }

    @Override
    public RemotePeople people() {
        return new FakePeople(shelves);
    }

    @Override
    public RemoteDuplicates duplicates() {
        return new FakeDuplicates(shelves);
    }

    @Override
    public Optional<RemoteWithdrawal> withdrawal() {
        return server.kind() == Kind.HEIRLOOM ? Optional.of(new FakeAssets(shelves)::withdraw) : Optional.empty();
    }
}
