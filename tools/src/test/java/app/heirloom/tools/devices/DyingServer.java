package app.heirloom.tools.devices;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.RemoteAccount;
import app.heirloom.library.remote.RemoteAlbums;
import app.heirloom.library.remote.RemoteAssets;
import app.heirloom.library.remote.RemoteDuplicates;
import app.heirloom.library.remote.RemoteOriginals;
import app.heirloom.library.remote.RemotePeople;
import app.heirloom.library.remote.RemoteTags;
import app.heirloom.library.remote.RemoteTrash;
import java.util.Collection;

/** Puts into the trash what it is told to, and cannot say so any more. */
record DyingServer(PhotoServer server) implements PhotoServer {
    @Override
    public RemoteTrash trash() {
        return new RemoteTrash() {
            @Override
            public void put(Collection<AssetId> ids) {
                server.trash().put(ids);
                throw ErrorCode.REMOTE_UNREACHABLE.exception("The connection broke");
            }

            @Override
            public void restore(Collection<AssetId> ids) {
                server.trash().restore(ids);
            }

            @Override
            public void remove(Collection<AssetId> ids) {
                throw new AssertionError("nothing is ever removed for good");
            }
        };
    }

    @Override
    public RemoteAccount account() {
        return server.account();
    }

    @Override
    public RemoteAssets assets() {
        return server.assets();
    }

    @Override
    public RemoteOriginals originals() {
        return server.originals();
    }

    @Override
    public RemoteAlbums albums() {
        return server.albums();
    }

    @Override
    public RemoteTags tags() {
        return server.tags();
    }

    @Override
    public RemotePeople people() {
        return server.people();
    }

    @Override
    public RemoteDuplicates duplicates() {
        return server.duplicates();
    }
}
