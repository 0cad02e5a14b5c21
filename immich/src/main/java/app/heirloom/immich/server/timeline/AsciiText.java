package app.heirloom.immich.server.timeline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A text of ASCII in the making, written straight into bytes: for answers whose every microsecond counts. */
final class AsciiText {
    private static final byte[] HEX_DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    private byte[] bytes;
    private int length;

    AsciiText(int capacity) {
        bytes = new byte[Math.max(capacity, 64)];
    }

    int length() {
        return length;
    }

    AsciiText append(char character) {
        reserve(1);
        bytes[length++] = (byte) character;
        return this;
    }

    AsciiText append(String text) {
        int count = text.length();
        reserve(count);
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    AsciiText append(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    AsciiText append(boolean flag) {
        return append(flag ? "true" : "false");
    }

    AsciiText append(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        appendHex(high >>> 32, 8).append('-');
        appendHex(high >>> 16, 4).append('-');
        appendHex(high, 4).append('-');
        appendHex(low >>> 48, 4).append('-');
        return appendHex(low, 12);
    }

    /** Any text as a JSON string, with escapes for all that is not plain ASCII; {@code null} when there is none. */
    AsciiText appendJson(@Nullable String text) {
        if (text == null) {
            return append("null");
        }
        append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= ' ' && character < 0x7F && character != '"' && character != '\\') {
                append(character);
            } else {
                append('\\').append('u').appendHex(character, 4);
            }
        }
        return append('"');
    }

    /** The number's last digits, with leading zeros. */
    AsciiText appendDigits(long number, int digits) {
        reserve(digits);
        long left = number;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        length += digits;
        return this;
    }

    private AsciiText appendHex(long number, int digits) {
        reserve(digits);
        for (int i = digits - 1; i >= 0; i--) {
            bytes[length++] = HEX_DIGITS[(int) (number >>> (4 * i)) & 0xF];
        }
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
