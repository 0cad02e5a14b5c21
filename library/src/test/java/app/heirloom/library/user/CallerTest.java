package app.heirloom.library.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final User ANN =
            new User(UserId.random(), new Account("ann@example.org", "Ann", false, false), Quota.UNLIMITED, NOW, NOW);

    @Test
    void anApiKeyMayDoWhatItsPermissionsSay() {
        Caller caller = withKey(Permission.ASSET_READ);
        caller.require(Permission.ASSET_READ);
        assertThatThrownBy(() -> caller.require(Permission.ASSET_UPLOAD))
                .hasMessage("Missing required permission: asset.upload");
        withKey(Permission.ALL).require(Permission.ASSET_UPLOAD);
    }

    @Test
    void aSessionMayDoWhateverItsUserMay() {
        Session session =
                new Session(SessionId.random(), ANN.id(), Device.UNKNOWN, SessionTimes.startingAt(NOW), null, false);
        Caller caller = new Caller(ANN, new Caller.Credential.OfSession(session, false));
        caller.require(Permission.ASSET_UPLOAD);
        assertThatThrownBy(caller::requireAdmin).hasMessageContaining("administrator");
    }

    @Test
    void aQuotaAdmitsExactlyWhatFits() {
        Quota quota = new Quota(10L, 4);
        assertThat(quota.admits(6)).isTrue();
        assertThat(quota.admits(7)).isFalse();
        assertThat(Quota.UNLIMITED.admits(Long.MAX_VALUE)).isTrue();
    }

    private static Caller withKey(Permission permission) {
        ApiKey key = new ApiKey(ApiKeyId.random(), ANN.id(), "key", Set.of(permission), NOW, NOW);
        return new Caller(ANN, new Caller.Credential.OfApiKey(key));
    }
}
