package app.heirloom.immich.json.account;

import app.heirloom.library.user.User;
import java.time.Instant;
import java.util.UUID;

/** A user as others see him. */
public record UserJson(
        UUID id, String email, String name, String avatarColor, String profileImagePath, Instant profileChangedAt) {

    public static UserJson of(User user) {
        return new UserJson(
                user.id().value(),
                user.account().email(),
                user.account().name(),
                AvatarColor.of(user),
                "",
                user.created());
    }
}
