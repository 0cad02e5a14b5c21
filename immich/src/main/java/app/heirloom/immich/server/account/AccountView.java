package app.heirloom.immich.server.account;

import app.heirloom.immich.json.account.LicenseJson;
import app.heirloom.immich.json.account.OnboardingJson;
import app.heirloom.immich.json.account.UserAdminJson;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.document.UserDocument;
import app.heirloom.library.user.document.UserDocuments;

/** Shows users whole, with what their clients keep for them. */
record AccountView(UserDocuments documents) {
    UserAdminJson of(User user) {
        return UserAdminJson.of(
                user,
                documents
                        .find(user.id(), UserDocument.LICENSE)
                        .map(LicenseJson::parse)
                        .orElse(null));
    }

    OnboardingJson onboarding(UserId user) {
        return documents
                .find(user, UserDocument.ONBOARDING)
                .map(OnboardingJson::parse)
                .orElse(OnboardingJson.DONE);
    }
}
