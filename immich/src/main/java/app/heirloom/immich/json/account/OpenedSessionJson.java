package app.heirloom.immich.json.account;

import app.heirloom.library.user.login.Sessions;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A new session with its token, which is told once. */
public record OpenedSessionJson(String token, @JsonUnwrapped SessionJson session) {
    public static OpenedSessionJson of(Sessions.Opened opened) {
        return new OpenedSessionJson(opened.token().text(), SessionJson.of(opened.session(), false));
    }
}
