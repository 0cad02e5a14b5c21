package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Answer;
import app.heirloom.immich.client.transport.Call;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.RemoteAccount;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.RemoteUser;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whose key it is, and what it may do. */
final class ImmichAccount implements RemoteAccount {
    private final Transport transport;
    private final RemoteServer server;

    ImmichAccount(Transport transport, RemoteServer server) {
        this.transport = transport;
        this.server = server;
    }

    @Override
    public RemoteServer server() {
        return server;
    }

    @Override
    public RemoteUser user() {
        Answer json = transport.json(Call.get("/users/me"));
        return new RemoteUser(
                new UserId(json.uuid("id")),
                json.findText("name").orElse(""),
                json.findText("email").orElse(""),
                json.flag("isAdmin"));
    }

    @Override
    public Optional<Set<Permission>> permissions() {
        try {
            JsonNode names = transport.json(Call.get("/api-keys/me")).node().path("permissions");
            Set<Permission> granted = EnumSet.noneOf(Permission.class);
            names.forEach(name -> Permission.find(name.asString("")).ifPresent(granted::add));
            return names.isArray() ? Optional.of(granted) : Optional.empty();
        } catch (HeirloomException e) {
            if (e.code() == ErrorCode.UNAUTHENTICATED || e.code() == ErrorCode.REMOTE_UNREACHABLE) {
                throw e;
            }
            return Optional.empty(); // older servers do not tell a key about itself
        }
    }
}
