package app.heirloom.library.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.user.SharedLinkId;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LinkProofTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void holdsForItsLinkItsPasswordAndADay() {
        SharedLink link = link();
        String proof = LinkProof.issue(link, "sesame", NOW);
        assertThat(LinkProof.holds(proof, link, "sesame", NOW)).isTrue();
        assertThat(LinkProof.holds(proof, link, "sesame", NOW.plus(LinkProof.LIFETIME)))
                .isFalse();
        assertThat(LinkProof.holds(proof, link, "changed", NOW)).isFalse();
        assertThat(LinkProof.holds(proof, link(), "sesame", NOW)).isFalse();
    }

    @Test
    void isNotStretchedOrMadeUp() {
        SharedLink link = link();
        String proof = LinkProof.issue(link, "sesame", NOW);
        for (String forged : new String[] {"", ".", "1", "9" + proof, proof + "x", "99999999999999999999.a"}) {
            assertThat(LinkProof.holds(forged, link, "sesame", NOW)).as(forged).isFalse();
        }
    }

    @Test
    void aSecretIsReadInItsTwoForms() {
        LinkSecret secret = LinkSecret.random();
        String hex = HexFormat.of().formatHex(secret.bytes());
        assertThat(LinkSecret.parse(hex)).contains(secret);
        assertThat(LinkSecret.parse(secret.text())).contains(secret);
        for (String text : new String[] {"", "*", "AAAA", "x".repeat(100)}) {
            assertThat(LinkSecret.parse(text)).as(text).isEmpty();
        }
        assertThat(secret.toString()).doesNotContain(secret.text());
    }

    private static SharedLink link() {
        var terms = new LinkTerms(null, null, "sesame", null, new LinkRights(false, true, true));
        return new SharedLink(SharedLinkId.random(), UserId.random(), LinkSecret.random(), null, terms, NOW);
    }
}
