package app.heirloom.immich.json.account;

import app.heirloom.library.user.User;
import app.heirloom.library.user.login.Authentication.Login;
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

    public static LoginJson of(Login login, boolean isOnboarded) {
        User user = login.user();
        return new LoginJson(
                login.token().text(),
                user.id().value(),
                user.account().email(),
                user.account().name(),
                user.isAdmin(),
                UserJson.imagePath(user),
                user.account().shouldChangePassword(),
                isOnboarded);
    }
}
