package app.heirloom.immich.server.account;

import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.login.PinCodes;
import io.javalin.http.Context;
import java.io.IOException;

/** The PIN code, and the sessions in which it opened the locked folder. */
record PinCodeRoutes(PinCodes pinCodes) {
    Answer setUp(Context http, Caller caller) throws IOException {
        pinCodes.setUp(caller.id(), AccountFields.pin(JsonFields.ofBody(http), "pinCode"));
        return Answer.NO_CONTENT;
    }

    Answer change(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        String newPin = AccountFields.pin(body, "newPinCode");
        pinCodes.change(caller.user(), AccountFields.proof(body), newPin);
        return Answer.NO_CONTENT;
    }

    Answer reset(Context http, Caller caller) throws IOException {
        pinCodes.reset(caller.user(), AccountFields.proof(JsonFields.ofBody(http)));
        return Answer.NO_CONTENT;
    }

    Answer unlock(Context http, Caller caller) throws IOException {
        caller.requireSession();
        pinCodes.unlock(caller, AccountFields.proof(JsonFields.ofBody(http)));
        return Answer.NO_CONTENT;
    }

    Answer lock(Context http, Caller caller) {
        pinCodes.lock(caller);
        return Answer.NO_CONTENT;
    }
}
