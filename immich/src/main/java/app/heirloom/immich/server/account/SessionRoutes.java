package app.heirloom.immich.server.account;

import app.heirloom.immich.json.account.OpenedSessionJson;
import app.heirloom.immich.json.account.SessionJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Device;
import app.heirloom.library.user.Session;
import app.heirloom.library.user.SessionId;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.administration.UserAdministration;
import app.heirloom.library.user.login.Sessions;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Where somebody is logged in. */
record SessionRoutes(Sessions sessions, UserAdministration users) {
    Answer list(Context http, Caller caller) {
        return Answer.ok(sessionsOf(caller.id(), caller));
    }

    /** Those of another user, for admins. */
    Answer listOfUser(Context http, Caller caller) {
        User user = users.get(new UserId(TextFields.uuidInPath(http)));
        return Answer.ok(sessionsOf(user.id(), caller));
    }

    Answer create(Context http, Caller caller) throws IOException {
        caller.requireSession();
        var body = JsonFields.ofBody(http);
        var device = new Device(
                AccountFields.findText(body, "deviceType").orElse(""),
                AccountFields.findText(body, "deviceOS").orElse(""),
                "");
        var duration = body.findInteger("duration", 1, Integer.MAX_VALUE).map(Duration::ofSeconds);
        return Answer.created(OpenedSessionJson.of(sessions.openFor(caller, device, duration)));
    }

    Answer update(Context http, Caller caller) throws IOException {
        SessionId id = id(http);
        boolean isPending = JsonFields.ofBody(http).flag("isPendingSyncReset");
        return Answer.ok(json(sessions.setResetPending(caller, id, isPending), caller));
    }

    Answer lock(Context http, Caller caller) {
        sessions.lock(caller, id(http));
        return Answer.NO_CONTENT;
    }

    Answer end(Context http, Caller caller) {
        sessions.end(caller, id(http));
        return Answer.NO_CONTENT;
    }

    Answer endOthers(Context http, Caller caller) {
        sessions.endOthers(caller);
        return Answer.NO_CONTENT;
    }

    private List<SessionJson> sessionsOf(UserId user, Caller caller) {
        return sessions.list(user).stream()
                .map(session -> json(session, caller))
                .toList();
    }

    private static SessionJson json(Session session, Caller caller) {
        boolean isCurrent =
                caller.session().filter(own -> own.id().equals(session.id())).isPresent();
        return SessionJson.of(session, isCurrent);
    }

    private static SessionId id(Context http) {
        return new SessionId(TextFields.uuidInPath(http));
    }
}
