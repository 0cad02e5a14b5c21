package app.heirloom.immich.json.account;

import app.heirloom.library.user.User;
import java.time.Instant;
import java.util.UUID;

/** A user's new picture. */
public record ProfileImageJson(UUID userId, String profileImagePath, Instant profileChangedAt) {
    public static ProfileImageJson of(User user) {
        return new ProfileImageJson(
                user.id().value(), UserJson.imagePath(user), user.profile().changed());
    }
}
