package app.heirloom.immich.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientConfigTest {
    private static final ApiSecret KEY = ApiSecret.of("very-secret");

    @ParameterizedTest
    @ValueSource(strings = {"http://nas:2283", "http://nas:2283/", "http://nas:2283/api", " http://nas:2283/api/ "})
    void takesTheAddressOfThePageAndOfTheApi(String address) {
        assertThat(ClientConfig.of(address, KEY).address()).hasToString("http://nas:2283");
    }

    @Test
    void keepsThePathBehindAProxy() {
        assertThat(ClientConfig.of("https://home.example/photos", KEY).address())
                .hasToString("https://home.example/photos");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nas:2283", "ftp://nas", "http://", "http://a b", "http://nas?x=1", "http://me:pw@nas"})
    void refusesWhatIsNoAddress(String address) {
        assertThatThrownBy(() -> ClientConfig.of(address, KEY))
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID));
    }

    @Test
    void neverShowsTheKey() {
        assertThat(ClientConfig.of("http://nas", KEY).toString()).doesNotContain("very-secret");
        assertThat(KEY).hasToString("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two words", "line\nbreak", "schlüssel"})
    void refusesWhatCannotBeAKey(String text) {
        assertThatThrownBy(() -> ApiSecret.of(text))
                .isInstanceOf(HeirloomException.class)
                .hasMessageContaining("API key");
    }
}
