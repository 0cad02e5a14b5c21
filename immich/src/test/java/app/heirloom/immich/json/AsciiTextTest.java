package app.heirloom.immich.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AsciiTextTest {
    @Test
    void anyTextComesBackFromItsJson() {
        var random = new Random(7);
        for (int length = 0; length < 200; length++) {
            String text = random.ints(length, ' ' - 2, 0x100)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    + "\"\\\n\u4e16\ud83d\ude00";
            byte[] json = new AsciiText(0).appendJson(text).toBytes();
            assertThat(json).asString(US_ASCII).isPrintable();
            assertThat(ImmichMapper.read(json).stringValue()).isEqualTo(text);
        }
    }

    @Test
    void noTextIsNull() {
        assertThat(text(new AsciiText(0).appendJson(null))).isEqualTo("null");
    }

    @Test
    void growsWhateverIsAppended() {
        var id = UUID.randomUUID();
        var text = new AsciiText(0);
        var expected = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            text.append("number ").appendDigits(i, 3).append(' ').append(id).append(true);
            text.appendDate(Instant.EPOCH).appendBase64(new byte[] {1, 2, 3});
            expected.append("number %03d %s".formatted(i, id)).append("true1970-01-01T00:00:00.000ZAQID");
        }
        assertThat(text(text)).hasToString(expected.toString());
        assertThat(text.length()).isEqualTo(expected.length());
    }

    private static String text(AsciiText text) {
        return new String(text.toBytes(), US_ASCII);
    }
}
