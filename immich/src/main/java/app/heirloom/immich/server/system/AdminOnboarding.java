package app.heirloom.immich.server.system;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.ImmichMapper;
import app.heirloom.immich.json.account.OnboardingJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.document.ServerDocumentRepository;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Whether the admin has been shown around the server. */
public final class AdminOnboarding {
    private static final String KEY = "admin-onboarding";

    private final ServerDocumentRepository documents;
    private final Transactions transactions;

    private AdminOnboarding(ServerDocumentRepository documents, Transactions transactions) {
        this.documents = documents;
        this.transactions = transactions;
    }

    public static AdminOnboarding of(Library library) {
        return new AdminOnboarding(
                library.entrance().household().serverDocuments(),
                library.shelves().transactions());
    }

    OnboardingJson get() {
        return transactions
                .read(() -> documents.find(KEY))
                .map(OnboardingJson::parse)
                .orElse(OnboardingJson.DONE);
    }

    Answer read(Context http, Caller caller) {
        return Answer.ok(get());
    }

    Answer update(Context http, Caller caller) throws IOException {
        var onboarding = new OnboardingJson(JsonFields.ofBody(http).flag("isOnboarded"));
        String document = new String(ImmichMapper.write(onboarding), StandardCharsets.UTF_8);
        transactions.run(() -> documents.save(KEY, document));
        return Answer.NO_CONTENT;
    }
}
