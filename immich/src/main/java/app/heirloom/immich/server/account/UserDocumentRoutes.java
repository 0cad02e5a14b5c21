package app.heirloom.immich.server.account;

import app.heirloom.immich.json.ImmichMapper;
import app.heirloom.immich.json.WireDates;
import app.heirloom.immich.json.account.LicenseJson;
import app.heirloom.immich.json.account.OnboardingJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.document.UserDocument;
import app.heirloom.library.user.document.UserDocuments;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.regex.Pattern;

/** What clients keep here for a user: whether he has been shown around, and a licence that he bought elsewhere. */
final class UserDocumentRoutes {
    private static final Pattern LICENSE_KEY = Pattern.compile("IM(SV|CL)(-[\\dA-Za-z]{4}){8}");
    private static final int MAX_ACTIVATION_KEY_LENGTH = 5_000;

    private final UserDocuments documents;
    private final AccountView view;
    private final InstantSource clock;

    UserDocumentRoutes(UserDocuments documents, AccountView view, InstantSource clock) {
        this.documents = documents;
        this.view = view;
        this.clock = clock;
    }

    Answer onboarding(Context http, Caller caller) {
        return Answer.ok(view.onboarding(caller.id()));
    }

    Answer setOnboarding(Context http, Caller caller) throws IOException {
        var onboarding = new OnboardingJson(JsonFields.ofBody(http).flag("isOnboarded"));
        save(caller.id(), UserDocument.ONBOARDING, onboarding);
        return Answer.ok(onboarding);
    }

    /** Whoever deletes it wants to be shown around. */
    Answer deleteOnboarding(Context http, Caller caller) {
        save(caller.id(), UserDocument.ONBOARDING, new OnboardingJson(false));
        return Answer.NO_CONTENT;
    }

    Answer license(Context http, Caller caller) {
        return Answer.ok(documents
                .find(caller.id(), UserDocument.LICENSE)
                .map(LicenseJson::parse)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.exception("There is no licence")));
    }

    Answer setLicense(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        String key = body.text("licenseKey");
        String activation = body.text("activationKey");
        if (!LICENSE_KEY.matcher(key).matches()) {
            throw InvalidFieldException.format("Invalid licence key", "licenseKey");
        }
        if (activation.length() > MAX_ACTIVATION_KEY_LENGTH) {
            throw InvalidFieldException.value("Invalid activation key", "activationKey");
        }
        var license = new LicenseJson(key, activation, WireDates.format(clock.instant()));
        save(caller.id(), UserDocument.LICENSE, license);
        return Answer.ok(license);
    }

    Answer deleteLicense(Context http, Caller caller) {
        documents.remove(caller.id(), UserDocument.LICENSE);
        return Answer.NO_CONTENT;
    }

    private void save(UserId user, UserDocument key, Object record) {
        documents.save(user, key, new String(ImmichMapper.write(record), StandardCharsets.UTF_8));
    }
}
