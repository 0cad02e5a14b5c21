package app.heirloom.tools.devices;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.asset.RemoteTrash;
import java.lang.reflect.Proxy;
import java.util.Collection;

/** Puts into the trash what it is told to, and cannot say so any more. */
record DyingServer(RemoteTrash trash) implements RemoteTrash {
    /** The server with such a trash, and all of its other roles. */
    static PhotoServer of(PhotoServer server) {
        var dying = new DyingServer(server.trash());
        return (PhotoServer) Proxy.newProxyInstance(
                PhotoServer.class.getClassLoader(),
                new Class<?>[] {PhotoServer.class},
                (proxy, role, arguments) -> role.getName().equals("trash") ? dying : role.invoke(server, arguments));
    }

    @Override
    public void put(Collection<AssetId> ids) {
        trash.put(ids);
        throw ErrorCode.REMOTE_UNREACHABLE.exception("The connection broke");
    }

    @Override
    public void restore(Collection<AssetId> ids) {
        trash.restore(ids);
    }

    @Override
    public void remove(Collection<AssetId> ids) {
        throw new AssertionError("nothing is ever removed for good");
    }
}
