package app.heirloom.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.event.Events;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Device;
import app.heirloom.library.user.SessionId;
import app.heirloom.library.user.User;
import app.heirloom.library.user.administration.Accounts;
import app.heirloom.library.user.login.Authentication;
import app.heirloom.library.user.login.PinCodes;
import app.heirloom.library.user.login.Proof;
import app.heirloom.library.user.login.SessionEnded;
import app.heirloom.library.user.login.Sessions;
import app.heirloom.library.user.login.Verification;
import app.heirloom.library.user.secret.PasswordHashing;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Getting in over real rows, while time passes. */
class EntranceTest {
    private static final Proof PIN = new Proof.OfPin("123456");
    private static final Device PHONE = new Device("Pixel 9", "Android", "3.2.2");

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final List<SessionId> ended = new ArrayList<>();
    private final SqlStorage storage;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Authentication authentication;
    private final PinCodes pinCodes;
    private final User ann;

    EntranceTest(@TempDir Path folder) {
        InstantSource clock = () -> now;
        Events events = new Events();
        events.subscribe(SessionEnded.class, event -> ended.add(event.session()));
        storage = SqlStorage.open(DatabaseConfig.sqlite(folder.resolve("x.db")), clock);
        var transactions = storage.transactions();
        var credentials = new Authentication.Credentials(storage.users(), storage.sessions(), storage.apiKeys());
        var verification = new Verification(storage.users(), new Reversed(), transactions, clock);
        accounts = new Accounts(storage.users(), new Reversed(), verification, transactions, clock);
        sessions = new Sessions(storage.sessions(), transactions, events, clock);
        authentication = new Authentication(credentials, verification, sessions, transactions, clock);
        pinCodes = new PinCodes(credentials, new Reversed(), verification, transactions, clock);
        ann = accounts.signUpAdmin("ann@example.org", "Ann", "secret");
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void aSessionForAnotherDeviceEndsInTimeAndWithItsParent() {
        var login = login();
        Caller phone = caller(login.token().text());
        var brief = sessions.openFor(phone, Device.UNKNOWN, Optional.of(Duration.ofHours(1)));
        var lasting = sessions.openFor(phone, Device.UNKNOWN, Optional.empty());
        now = now.plus(Duration.ofMinutes(59));
        assertThat(caller(brief.token().text()).user()).isEqualTo(ann);
        now = now.plus(Duration.ofMinutes(1));
        assertThatThrownBy(() -> caller(brief.token().text())).hasMessage("Invalid user token");
        assertThat(sessions.list(ann.id()))
                .extracting("id")
                .doesNotContain(brief.session().id());

        authentication.logout(login.session());
        assertThatThrownBy(() -> caller(lasting.token().text())).hasMessage("Invalid user token");
        assertThat(ended)
                .containsExactlyInAnyOrder(
                        login.session().id(),
                        brief.session().id(),
                        lasting.session().id());
    }

    @Test
    void aSessionMakesNoneThatOutlivesIt() {
        Caller phone = caller(login().token().text());
        Caller tablet = caller(sessions.openFor(phone, PHONE, Optional.of(Duration.ofHours(1)))
                .token()
                .text());
        var longer = sessions.openFor(tablet, PHONE, Optional.of(Duration.ofDays(1)));
        var endless = sessions.openFor(tablet, PHONE, Optional.empty());
        Instant inAnHour = now.plus(Duration.ofHours(1));
        assertThat(longer.session().times().expires()).isEqualTo(inAnHour);
        assertThat(endless.session().times().expires()).isEqualTo(inAnHour);
    }

    @Test
    void theLastUseIsNotedHourlyWithTheNewVersionOfTheApp() {
        String token = login().token().text();
        now = now.plus(Duration.ofMinutes(59));
        authentication.callerOfToken(token, () -> PHONE.withAppVersion("3.3.0"));
        assertThat(sessions.list(ann.id()).getFirst().device()).isEqualTo(PHONE);
        now = now.plus(Duration.ofMinutes(2));
        authentication.callerOfToken(token, () -> PHONE.withAppVersion("3.3.0"));
        var session = sessions.list(ann.id()).getFirst();
        assertThat(session.device()).isEqualTo(PHONE.withAppVersion("3.3.0"));
        assertThat(session.times().updated()).isEqualTo(now);
    }

    @Test
    void aSessionUnusedFor90DaysIsForgotten() {
        String idle = login().token().text();
        String busy = login().token().text();
        for (int day = 0; day < 91; day++) {
            now = now.plus(Duration.ofDays(1));
            caller(busy);
        }
        sessions.endStale();
        assertThat(caller(busy).user()).isEqualTo(ann);
        assertThatThrownBy(() -> caller(idle)).hasMessage("Invalid user token");
        assertThat(ended).hasSize(1);
    }

    @Test
    void thePinOpensForAQuarterOfAnHourAndLongerWhileInUse() {
        String token = login().token().text();
        pinCodes.setUp(ann.id(), "123456");
        pinCodes.unlock(caller(token), PIN);
        now = now.plus(Duration.ofMinutes(9));
        assertThat(elevatedUntil(token)).isEqualTo(now.plus(Duration.ofMinutes(6)));
        now = now.plus(Duration.ofMinutes(2));
        assertThat(elevatedUntil(token)).isEqualTo(now.plus(Duration.ofMinutes(5)));
        now = now.plus(Duration.ofMinutes(4));
        assertThat(elevatedUntil(token)).isEqualTo(now.plus(Duration.ofMinutes(5)));
        now = now.plus(Duration.ofMinutes(5));
        assertThat(caller(token).isElevated()).isFalse();
    }

    @Test
    void thePinOpensOnlyTheSessionInWhichItWasEntered() {
        String phone = login().token().text();
        String tablet = login().token().text();
        pinCodes.setUp(ann.id(), "123456");
        pinCodes.unlock(caller(phone), PIN);
        assertThat(caller(tablet).isElevated()).isFalse();
        pinCodes.lock(caller(phone));
        assertThat(caller(phone).isElevated()).isFalse();
    }

    @Test
    void aNewPinLocksEverySession() {
        String token = login().token().text();
        pinCodes.setUp(ann.id(), "123456");
        pinCodes.unlock(caller(token), PIN);
        pinCodes.change(ann, new Proof.OfPassword("secret"), "654321");
        assertThat(caller(token).isElevated()).isFalse();
        assertThatThrownBy(() -> pinCodes.unlock(caller(token), PIN)).hasMessage("Wrong PIN code");
        pinCodes.reset(ann, new Proof.OfPin("654321"));
        assertThat(pinCodes.isSet(ann.id())).isFalse();
        assertThatThrownBy(() -> pinCodes.unlock(caller(token), PIN)).hasMessage("There is no PIN code yet");
    }

    @Test
    void whoGuessesThePinMustWaitEvenWhenItIsRightAtLast() {
        Caller caller = caller(login().token().text());
        pinCodes.setUp(ann.id(), "123456");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> pinCodes.unlock(caller, new Proof.OfPin("000000")))
                    .hasMessage("Wrong PIN code");
        }
        assertThatThrownBy(() -> pinCodes.unlock(caller, PIN)).hasMessageContaining("Try again in");
        now = now.plusSeconds(1);
        pinCodes.unlock(caller, PIN);
    }

    @Test
    void whoGuessesPasswordsMustWaitWhicheverAccountsTheyTry() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> login("Ann@example.org", "guess", "192.0.2.1"))
                    .hasMessage("Incorrect email or password");
        }
        assertThatThrownBy(() -> login("ann@example.org", "secret", "192.0.2.2"))
                .hasMessageContaining("Try again in");
        for (int i = 0; i < 19; i++) {
            String email = i + "@example.org";
            assertThatThrownBy(() -> login(email, "guess", "192.0.2.1")).hasMessage("Incorrect email or password");
        }
        assertThatThrownBy(() -> login("bob@example.org", "guess", "192.0.2.1"))
                .hasMessage("Incorrect email or password");
        assertThatThrownBy(() -> login("bob@example.org", "guess", "192.0.2.1")).hasMessageContaining("Try again in");
        now = now.plus(Duration.ofMinutes(1));
        login("ann@example.org", "secret", "192.0.2.1");
    }

    @Test
    void othersEndButNotTheSessionThatAsks() {
        String own = login().token().text();
        String other = login().token().text();
        sessions.endOthers(caller(own));
        assertThat(caller(own).user()).isEqualTo(ann);
        assertThatThrownBy(() -> caller(other)).hasMessage("Invalid user token");
    }

    private Authentication.Login login() {
        return login("ann@example.org", "secret", "192.0.2.9");
    }

    private Authentication.Login login(String email, String password, String address) {
        return authentication.login(email, password, PHONE, address);
    }

    private Caller caller(String token) {
        return authentication.callerOfToken(token, () -> Device.UNKNOWN);
    }

    private @Nullable Instant elevatedUntil(String token) {
        Caller caller = caller(token);
        assertThat(caller.isElevated()).isTrue();
        return caller.requireSession().times().elevatedUntil();
    }

    /** No secret at all, but quick. */
    private static final class Reversed implements PasswordHashing {
        @Override
        public String hash(String password) {
            return new StringBuilder(password).reverse().toString();
        }

        @Override
        public boolean matches(String password, String hash) {
            return hash(password).equals(hash);
        }
    }
}
