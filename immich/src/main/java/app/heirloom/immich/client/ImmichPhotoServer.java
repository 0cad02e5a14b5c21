package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.ClientConfig;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.immich.client.transport.Waiting;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.RemoteAccount;
import app.heirloom.library.remote.RemoteMatching;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.RemoteServer.Kind;
import app.heirloom.library.remote.RemoteWithdrawal;
import app.heirloom.library.remote.album.RemoteAlbums;
import app.heirloom.library.remote.album.RemoteLinks;
import app.heirloom.library.remote.asset.RemoteAssets;
import app.heirloom.library.remote.asset.RemoteOriginals;
import app.heirloom.library.remote.asset.RemotePreviews;
import app.heirloom.library.remote.asset.RemoteTags;
import app.heirloom.library.remote.asset.RemoteTrash;
import app.heirloom.library.remote.duplicate.RemoteDuplicates;
import app.heirloom.library.remote.duplicate.RemoteStacks;
import app.heirloom.library.remote.person.RemotePeople;
import java.util.Optional;

/** A server that speaks Immich's API of version 2.7 or 3: Immich itself, or Heirloom. */
public final class ImmichPhotoServer implements PhotoServer, AutoCloseable {
    private final Transport transport;
    private final ImmichAccount account;
    private final RemoteServer server;

    private ImmichPhotoServer(Transport transport) {
        this.transport = transport;
        this.account = new ImmichAccount(transport, ServerProbe.look(transport));
        this.server = account.server();
    }

    /**
     * Looks what is at the address, which must be a server that is understood; the key is not tried yet.
     *
     * @throws app.heirloom.library.error.HeirloomException REMOTE_UNREACHABLE, REMOTE_FAILURE
     */
    public static ImmichPhotoServer connect(ClientConfig config) {
        return connect(config, Waiting.REAL);
    }

    static ImmichPhotoServer connect(ClientConfig config, Waiting waiting) {
        var transport = new Transport(config, waiting);
        try {
            return new ImmichPhotoServer(transport);
        } catch (RuntimeException e) {
            transport.close();
            throw e;
        }
    }

    @Override
    public RemoteAccount account() {
        return account;
    }

    @Override
    public RemoteAssets assets() {
        return new ImmichAssets(transport, server);
    }

    @Override
    public Optional<RemoteMatching> matching() {
        return server.kind() == Kind.HEIRLOOM ? Optional.of(new HeirloomMatching(transport)) : Optional.empty();
    }

    @Override
    public RemoteOriginals originals() {
        return new ImmichOriginals(transport, server);
    }

    @Override
    public RemotePreviews previews() {
        return new ImmichPreviews(transport);
    }

    @Override
    public RemoteTrash trash() {
        return new ImmichTrash(transport);
    }

    @Override
    public RemoteAlbums albums() {
        return new ImmichAlbums(transport, server);
    }

    @Override
    public RemoteTags tags() {
        return new ImmichTags(transport);
    }

    @Override
    public RemoteStacks stacks() {
        return new ImmichStacks(transport);
    }

    @Override
    public RemoteLinks links() {
        return new ImmichLinks(transport);
    }

    @Override
    public RemotePeople people() {
        return new ImmichPeople(transport);
    }

    @Override
    public RemoteDuplicates duplicates() {
        return new ImmichDuplicates(transport);
    }

    @Override
    public Optional<RemoteWithdrawal> withdrawal() {
        return server.kind() == Kind.HEIRLOOM ? Optional.of(new HeirloomWithdrawal(transport)) : Optional.empty();
    }

    @Override
    public void close() {
        transport.close();
    }
}
