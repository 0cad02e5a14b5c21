package app.heirloom.immich.server.system;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.server.StatisticsJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;

/** What the library is full of. */
record UsageRoutes(Library.Household household, Transactions transactions) {
    Answer statistics(Context http, Caller caller) {
        return Answer.ok(StatisticsJson.of(
                household.administration().list(),
                transactions.read(() -> household.usages().list())));
    }
}
