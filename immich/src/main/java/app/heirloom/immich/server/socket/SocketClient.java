package app.heirloom.immich.server.socket;

import app.heirloom.library.user.Caller;
import app.heirloom.library.user.SessionId;
import app.heirloom.library.user.UserId;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** One connected client. What it does not take in time waits in a short queue; a client that lets it fill is dropped. */
final class SocketClient {
    private static final int MAX_WAITING = 256;
    private static final int NORMAL_CLOSURE = 1000;

    private final Session socket;
    private final Caller caller;
    private final Queue<String> waiting = new ArrayDeque<>();
    private boolean isSending;
    private volatile boolean isJoined;
    private volatile boolean isPongDue;

    SocketClient(Session socket, Caller caller) {
        this.socket = socket;
        this.caller = caller;
    }

    UserId user() {
        return caller.id();
    }

    /** Absent when the client came with an API key. */
    Optional<SessionId> session() {
        return caller.credential() instanceof Caller.Credential.OfSession(var session, boolean elevated)
                ? Optional.of(session.id())
                : Optional.empty();
    }

    /** Sends the packet when those before it are gone; never waits. */
    void send(String packet) {
        synchronized (waiting) {
            if (waiting.size() >= MAX_WAITING) {
                socket.disconnect();
                return;
            }
            waiting.add(packet);
            if (isSending) {
                return;
            }
            isSending = true;
        }
        sendNext();
    }

    /** Sends an event if the client has joined; before, it would not know what to do with one. */
    void tell(String event) {
        if (isJoined) {
            send(event);
        }
    }

    void join() {
        isJoined = true;
    }

    /** Drops a client that has not answered the last ping, or sends the next one. */
    void ping() {
        if (isPongDue) {
            socket.disconnect();
        } else {
            isPongDue = true;
            send(Packet.PING);
        }
    }

    void pong() {
        isPongDue = false;
    }

    void leave() {
        send(Packet.DISCONNECT);
        socket.close(NORMAL_CLOSURE, "disconnected", Callback.NOOP);
    }

    private void sendNext() {
        String next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                isSending = false;
                return;
            }
        }
        socket.sendText(next, Callback.from(this::sendNext, failure -> socket.disconnect()));
    }
}
