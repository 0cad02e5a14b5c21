package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Answer;
import app.heirloom.immich.client.transport.Call;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.immich.json.server.WellKnownJson;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.RemoteServer.Kind;

/** Finds out what is at an address. */
final class ServerProbe {
    private static final int OLDEST = 2;

    private ServerProbe() {}

    static RemoteServer look(Transport transport) {
        Answer version = transport.json(Call.get("/server/version"));
        if (version.findNumber("major").isEmpty()) {
            throw ErrorCode.REMOTE_FAILURE.exception(
                    transport.server() + " is no Immich server: it does not tell its version");
        }
        var server = new RemoteServer(
                transport.address(),
                kind(transport),
                (int) version.number("major"),
                (int) version.number("minor"),
                (int) version.number("patch"));
        if (server.major() < OLDEST) {
            throw ErrorCode.REMOTE_FAILURE.exception(transport.server() + " is of version " + server.version()
                    + ", which is too old: at least 2.7 is understood");
        }
        return server;
    }

    /** Ours says so in the document by which clients find the API; it may be hidden by a proxy. */
    private static Kind kind(Transport transport) {
        try {
            Answer document = transport.json(Call.outside("/.well-known/immich"));
            return document.findText("server")
                            .filter(WellKnownJson.HEIRLOOM::equals)
                            .isPresent()
                    ? Kind.HEIRLOOM
                    : Kind.IMMICH;
        } catch (HeirloomException e) {
            return Kind.IMMICH;
        }
    }
}
