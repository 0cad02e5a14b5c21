package app.heirloom.library.user.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTokenTest {
    @Test
    void isNeverMistakenForAnOptionNorTold() {
        SecretToken token = SecretToken.random();
        assertThat(token.text()).matches("[0-9a-f]{64}");
        assertThat(token.toString()).doesNotContain(token.text());
        assertThat(SecretToken.random()).isNotEqualTo(token);
    }
}
