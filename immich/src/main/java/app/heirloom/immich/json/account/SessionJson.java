package app.heirloom.immich.json.account;

import app.heirloom.library.user.Session;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session without its token.
 *
 * @param expiresAt absent for one that lasts as long as it is used
 * @param current whether it is the one that asks
 */
public record SessionJson(
        UUID id,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expiresAt,
        boolean current,
        String deviceType,
        String deviceOS,
        @Nullable String appVersion,
        boolean isPendingSyncReset) {

    public static SessionJson of(Session session, boolean current) {
        String appVersion = session.device().appVersion();
        return new SessionJson(
                session.id().value(),
                session.times().created(),
                session.times().updated(),
                session.times().expires(),
                current,
                session.device().type(),
                session.device().os(),
                appVersion.isEmpty() ? null : appVersion,
                session.resetPending());
    }
}
