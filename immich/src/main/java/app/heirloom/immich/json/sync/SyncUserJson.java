package app.heirloom.immich.json.sync;

import app.heirloom.immich.json.account.UserJson;
import app.heirloom.library.sync.entity.SyncedUser;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** SyncUserV1: a user as others see him. */
public record SyncUserJson(
        UUID id,
        String name,
        String email,
        String avatarColor,
        @Nullable Instant deletedAt,
        boolean hasProfileImage,
        Instant profileChangedAt) {

    public static SyncUserJson of(SyncedUser synced) {
        UserJson user = UserJson.of(synced.user());
        String color = synced.profile().color();
        Instant imageChanged = synced.profile().imageChanged();
        return new SyncUserJson(
                user.id(),
                user.name(),
                user.email(),
                color == null ? user.avatarColor() : color.toLowerCase(Locale.ROOT),
                synced.deleted(),
                synced.profile().hasImage(),
                imageChanged == null ? user.profileChangedAt() : imageChanged);
    }
}
