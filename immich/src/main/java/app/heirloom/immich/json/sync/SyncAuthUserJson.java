package app.heirloom.immich.json.sync;

import app.heirloom.library.sync.entity.SyncedUser;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * SyncAuthUserV1: a user as he sees himself.
 *
 * @param pinCode null without one; what it is stays here
 */
public record SyncAuthUserJson(
        @JsonUnwrapped SyncUserJson user,
        boolean isAdmin,
        @Nullable String pinCode,
        String oauthId,
        @Nullable String storageLabel,
        @Nullable Long quotaSizeInBytes,
        long quotaUsageInBytes) {
    private static final String PLACEHOLDER = "******";

    public static SyncAuthUserJson of(SyncedUser synced) {
        return new SyncAuthUserJson(
                SyncUserJson.of(synced),
                synced.user().isAdmin(),
                synced.hasPin() ? PLACEHOLDER : null,
                "",
                synced.storageLabel(),
                synced.user().quota().sizeInBytes(),
                synced.user().quota().usageInBytes());
    }
}
