package app.heirloom.immich.json.account;

import app.heirloom.library.user.Lifetime;
import app.heirloom.library.user.User;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as he sees himself and as admins see him. */
public record UserAdminJson(
        UUID id,
        String email,
        String name,
        String avatarColor,
        String profileImagePath,
        Instant profileChangedAt,
        boolean isAdmin,
        boolean shouldChangePassword,
        @Nullable Long quotaSizeInBytes,
        long quotaUsageInBytes,
        UUID clusterGroupId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable String storageLabel,
        @Nullable LicenseJson license,
        String oauthId,
        String status) {

    /** Every user is a cluster group of his own, which therefore goes by his id. */
    public static UserAdminJson of(User user, @Nullable LicenseJson license) {
        UserJson common = UserJson.of(user);
        return new UserAdminJson(
                common.id(),
                common.email(),
                common.name(),
                common.avatarColor(),
                common.profileImagePath(),
                common.profileChangedAt(),
                user.isAdmin(),
                user.account().shouldChangePassword(),
                user.quota().sizeInBytes(),
                user.quota().usageInBytes(),
                user.id().value(),
                user.created(),
                user.updated(),
                user.lifetime().deleted(),
                user.storageLabel(),
                license,
                "",
                status(user.lifetime()));
    }

    private static String status(Lifetime lifetime) {
        if (lifetime.isActive()) {
            return "active";
        }
        return lifetime.isBeingRemoved() ? "removing" : "deleted";
    }
}
