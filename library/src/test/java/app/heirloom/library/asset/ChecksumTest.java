package app.heirloom.library.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChecksumTest {
    private static final String HEX = "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d";
    private static final String BASE64 = "qvTGHdzF6KLavt4PO0gs2a6pQ00=";

    @Test
    void readsHexadecimalAndBase64Alike() {
        assertThat(Checksum.parse(HEX)).isEqualTo(Checksum.parse(BASE64));
        assertThat(Checksum.parse(HEX).base64()).isEqualTo(BASE64);
        assertThat(Checksum.parse(BASE64).hex()).isEqualTo(HEX);
    }

    @Test
    void refusesWhatIsNoSha1() {
        for (String text : new String[] {"", "abc", HEX + "00", HEX.replace('a', 'z'), "*".repeat(28)}) {
            assertThatThrownBy(() -> Checksum.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
