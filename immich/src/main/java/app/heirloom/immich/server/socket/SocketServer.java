package app.heirloom.immich.server.socket;

import app.heirloom.immich.json.ImmichMapper;
import app.heirloom.immich.json.server.VersionJson;
import app.heirloom.immich.server.http.CallerLookup;
import app.heirloom.immich.server.http.JsonAnswer;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.SessionId;
import app.heirloom.library.user.UserId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lets clients in, keeps them awake, and tells them what concerns their user or their session. */
public final class SocketServer implements AutoCloseable {
    private static final String PATH = "/api/socket.io";
    private static final String CALLER = "caller";
    private static final Duration PING_INTERVAL = Duration.ofSeconds(25);
    private static final Duration PING_TIMEOUT = Duration.ofSeconds(20);
    /** So that the answer to a logout is there before the news of it. */
    private static final Duration FAREWELL = Duration.ofMillis(500);
    /** As Engine.IO says that it does not know a transport. */
    private static final Map<String, Object> UNKNOWN_TRANSPORT = Map.of("code", 0, "message", "Transport unknown");

    private final Map<String, SocketClient> clients = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("socket-timer").daemon().factory());

    public SocketServer() {
        long interval = PING_INTERVAL.toMillis();
        var _ = timer.scheduleAtFixedRate(
                () -> clients.values().forEach(SocketClient::ping), interval, interval, TimeUnit.MILLISECONDS);
    }

    /** Serves the websocket, and tells those who ask for another transport that there is none. */
    public void register(RoutesConfig routes, CallerLookup callers) {
        routes.wsBeforeUpgrade(PATH, http -> http.attribute(CALLER, find(callers, http)));
        routes.ws(PATH, this::configure);
        routes.get(PATH, SocketServer::refuse);
        routes.post(PATH, SocketServer::refuse);
    }

    boolean isAnybodyThere(UserId user) {
        return clients.values().stream().anyMatch(client -> client.user().equals(user));
    }

    void tell(UserId user, String event) {
        tell(client -> client.user().equals(user), event);
    }

    void tell(Collection<UserId> users, String event) {
        tell(client -> users.contains(client.user()), event);
    }

    void tellEverybody(String event) {
        tell(client -> true, event);
    }

    /** Tells a session's clients that it has ended, and takes leave of them. */
    void dismiss(SessionId session, String event) {
        var _ = timer.schedule(
                () -> clients.values().stream()
                        .filter(client ->
                                client.session().filter(session::equals).isPresent())
                        .forEach(client -> {
                            client.tell(event);
                            client.leave();
                        }),
                FAREWELL.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Takes leave of all clients of a user. */
    void dismiss(UserId user) {
        clients.values().stream().filter(client -> client.user().equals(user)).forEach(SocketClient::leave);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        clients.values().forEach(SocketClient::leave);
    }

    private void tell(Predicate<SocketClient> room, String event) {
        clients.values().stream().filter(room).forEach(client -> client.tell(event));
    }

    private static @Nullable Caller find(CallerLookup callers, Context http) {
        try {
            Caller caller = callers.get(http);
            return caller.isUser() ? caller : null;
        } catch (HeirloomException e) {
            return null; // told as the protocol wants it, once the client has connected
        }
    }

    private static void refuse(Context http) {
        http.status(400).contentType(JsonAnswer.CONTENT_TYPE).result(ImmichMapper.write(UNKNOWN_TRANSPORT));
    }

    private void configure(WsConfig socket) {
        socket.onConnect(this::open);
        socket.onMessage(message -> receive(message, message.message()));
        socket.onClose(closed -> clients.remove(closed.sessionId()));
        socket.onError(failed -> clients.remove(failed.sessionId()));
    }

    private void open(WsContext socket) {
        socket.send(Packet.open(PING_INTERVAL, PING_TIMEOUT));
        Caller caller = socket.attribute(CALLER);
        if (caller != null) {
            clients.put(socket.sessionId(), new SocketClient(socket.session, caller));
        }
    }

    private void receive(WsContext socket, String packet) {
        SocketClient client = clients.get(socket.sessionId());
        if (Packet.isOtherNamespace(packet)) {
            socket.send(Packet.noNamespace(packet));
        } else if (packet.startsWith(Packet.CONNECT)) {
            connect(socket, client);
        } else if (packet.equals(Packet.PONG) && client != null) {
            client.pong();
        } else if (packet.startsWith(Packet.DISCONNECT)) {
            socket.closeSession();
        }
    }

    private static void connect(WsContext socket, @Nullable SocketClient client) {
        if (client == null) {
            socket.send(Packet.connected());
            socket.send(Packet.event("error", "\"unauthorized\""));
            socket.send(Packet.DISCONNECT);
            socket.closeSession();
            return;
        }
        client.send(Packet.connected());
        client.send(Packet.event("on_server_version", Packet.json(VersionJson.CURRENT)));
        client.join();
    }
}
