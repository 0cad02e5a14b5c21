package app.heirloom.immich.json.account;

import app.heirloom.library.user.Authentication.Login;
import app.heirloom.library.user.User;
import java.util.UUID;

/** What a login tells, the token included, once. */
public record LoginJson(
        String accessToken,
        UUID userId,
        String userEmail,
        String name,
        boolean isAdmin,
        String profileImagePath,
        boolean shouldChangePassword,
        boolean isOnboarded) {

    public static LoginJson of(Login login) {
        User user = login.user();
        return new LoginJson(
                login.token().text(),
                user.id().value(),
                user.account().email(),
                user.account().name(),
                user.isAdmin(),
                "",
                user.account().shouldChangePassword(),
                true);
    }
}
