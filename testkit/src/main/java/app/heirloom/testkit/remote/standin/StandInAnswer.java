package app.heirloom.testkit.remote.standin;

import app.heirloom.library.asset.Outcome;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a stand-in answers. */
final class StandInAnswer {
    private final int status;
    private final String contentType;
    private final byte[] body;

    StandInAnswer(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    static StandInAnswer ok(Object json) {
        return json(200, json);
    }

    /** One for each id of a list. */
    static StandInAnswer outcomes(List<Outcome> outcomes) {
        return ok(outcomes.stream().map(StandInJson::outcome).toList());
    }

    static StandInAnswer json(int status, Object json) {
        return new StandInAnswer(status, "application/json", JsonMapper.shared().writeValueAsBytes(json));
    }

    static StandInAnswer bytes(byte[] body) {
        return new StandInAnswer(200, "application/octet-stream", body);
    }

    static StandInAnswer nothing() {
        return new StandInAnswer(204, "application/json", new byte[0]);
    }

    static StandInAnswer refusal(int status, String message) {
        return json(status, Map.of("message", message));
    }

    /** One byte in the middle is another one. */
    StandInAnswer damaged() {
        byte[] wrong = body.clone();
        if (wrong.length > 0) {
            wrong[wrong.length / 2] ^= 1;
        }
        return new StandInAnswer(status, contentType, wrong);
    }
}
