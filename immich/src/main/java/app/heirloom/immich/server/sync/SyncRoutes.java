package app.heirloom.immich.server.sync;

import app.heirloom.immich.json.sync.SyncAckJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.sync.Checkpoints;
import app.heirloom.library.sync.Position;
import app.heirloom.library.sync.SyncTopic;
import app.heirloom.library.sync.Synchronisation;
import app.heirloom.library.sync.entity.SyncEntity;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Session;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stream, and the acknowledgements that say where the next one begins: those of a session concern it alone. */
final class SyncRoutes {
    private static final String CONTENT_TYPE = "application/jsonlines+json";
    private static final int MAX_ACKS = 1_000;

    private final Synchronisation synchronisation;
    private final Checkpoints checkpoints;

    SyncRoutes(Synchronisation synchronisation, Checkpoints checkpoints) {
        this.synchronisation = synchronisation;
        this.checkpoints = checkpoints;
    }

    Answer stream(Context http, Caller caller) throws IOException {
        Session session = session(caller);
        var body = JsonFields.ofBody(http);
        Set<SyncTopic> topics = RequestTypes.topics(body);
        boolean isReset = body.findFlag("reset").orElse(false);
        return answer -> {
            answer.contentType(CONTENT_TYPE);
            var lines = new SyncLines(answer.outputStream());
            if (isReset) {
                checkpoints.reset(session.id());
            }
            synchronisation.stream(session.withResetPending(!isReset && session.resetPending()), topics, lines);
            lines.flush();
        };
    }

    Answer listAcks(Context http, Caller caller) {
        return Answer.ok(checkpoints.list(session(caller).id()).entrySet().stream()
                .map(reached -> ack(reached.getKey(), reached.getValue()))
                .toList());
    }

    Answer sendAcks(Context http, Caller caller) throws IOException {
        Session session = session(caller);
        List<String> acks = JsonFields.ofBody(http).listTexts("acks");
        if (acks.size() > MAX_ACKS) {
            throw InvalidFieldException.value("Too big: expected at most " + MAX_ACKS + " items", "acks");
        }
        Map<SyncEntity, Position> positions = new EnumMap<>(SyncEntity.class);
        boolean isReset = false;
        for (int i = 0; i < acks.size(); i++) {
            String[] parts = acks.get(i).split("\\|", 2);
            checkType(parts[0], "acks", i);
            isReset |= parts[0].equals(EntityTypes.RESET);
            if (!parts[0].equals(EntityTypes.RESET)) {
                Position position = position(parts, i);
                EntityTypes.find(parts[0]).ifPresent(entity -> positions.put(entity, position));
            }
        }
        if (isReset) {
            checkpoints.reset(session.id());
        } else {
            checkpoints.save(session.id(), positions);
        }
        return Answer.NO_CONTENT;
    }

    Answer deleteAcks(Context http, Caller caller) throws IOException {
        Session session = session(caller);
        var body = JsonFields.ofBody(http);
        List<String> types = body.listTexts("types");
        Set<SyncEntity> entities = EnumSet.noneOf(SyncEntity.class);
        for (int i = 0; i < types.size(); i++) {
            checkType(types.get(i), "types", i);
            EntityTypes.find(types.get(i)).ifPresent(entities::add);
        }
        checkpoints.remove(session.id(), body.isPresent("types") ? entities : EnumSet.allOf(SyncEntity.class));
        return Answer.NO_CONTENT;
    }

    private static SyncAckJson ack(SyncEntity entity, Position position) {
        String type = EntityTypes.nameOf(entity);
        return new SyncAckJson(type, type + "|" + position);
    }

    private static Position position(String[] parts, int index) {
        try {
            return Position.parse(parts.length == 2 ? parts[1] : "");
        } catch (IllegalArgumentException e) {
            throw InvalidFieldException.format("Invalid ack: it must be one that the stream sent", "acks", index);
        }
    }

    private static void checkType(String type, Object... path) {
        if (!EntityTypes.isKnown(type)) {
            throw InvalidFieldException.value("Invalid option: there is no type " + type, path);
        }
    }

    /** Checkpoints belong to sessions, so that an API key has none. */
    private static Session session(Caller caller) {
        if (caller.credential() instanceof Caller.Credential.OfSession(Session session, boolean elevated)) {
            return session;
        }
        throw ErrorCode.FORBIDDEN.exception("Only a session can synchronise, not an API key");
    }
}
