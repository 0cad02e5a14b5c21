package app.heirloom.immich.json.account;

import app.heirloom.library.user.User;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A user as others see him.
 *
 * @param profileImagePath empty when there is no picture; otherwise it says no more than that there is one
 */
public record UserJson(
        UUID id, String email, String name, String avatarColor, String profileImagePath, Instant profileChangedAt) {
    public static UserJson of(User user) {
        return new UserJson(
                user.id().value(),
                user.account().email(),
                user.account().name(),
                user.color().lowerCase(),
                imagePath(user),
                user.profile().changed());
    }

    static String imagePath(User user) {
        return Objects.requireNonNullElse(user.profile().imageKey(), "");
    }
}
