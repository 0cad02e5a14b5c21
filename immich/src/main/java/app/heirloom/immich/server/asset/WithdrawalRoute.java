package app.heirloom.immich.server.asset;

import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.metadata.CaptureTime;
import app.heirloom.library.metadata.edit.AssetEditing;
import app.heirloom.library.metadata.edit.Withdrawal;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;

/**
 * What only Heirloom has: takes back the place, or the date, that its owner gave an asset. Immich's update can only say
 * another one. {@code fileCreatedAt} is when the asset counts as taken unless its file knows better.
 */
record WithdrawalRoute(AssetEditing editing) {
    Answer withdraw(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        var withdrawal = new Withdrawal(
                body.findFlag("place").orElse(false),
                body.findDate("fileCreatedAt")
                        .map(date -> CaptureTime.undated(date.toInstant()))
                        .orElse(null));
        editing.withdraw(caller, TextFields.assetIdInPath(http), withdrawal);
        return Answer.NO_CONTENT;
    }
}
