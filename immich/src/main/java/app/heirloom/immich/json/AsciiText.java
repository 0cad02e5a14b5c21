package app.heirloom.immich.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A text of ASCII in the making, written straight into bytes: for answers whose every microsecond counts. */
public final class AsciiText {
    private static final byte[] HEX_DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private byte[] bytes;
    private int length;

    public AsciiText(int capacity) {
        bytes = new byte[Math.max(capacity, 64)];
    }

    public int length() {
        return length;
    }

    public AsciiText append(char character) {
        reserve(1);
        bytes[length++] = (byte) character;
        return this;
    }

    @SuppressWarnings("deprecation") // for texts beyond ASCII, which none is; nothing else copies without a detour
    public AsciiText append(String text) {
        int count = text.length();
        reserve(count);
        text.getBytes(0, count, bytes, length);
        length += count;
        return this;
    }

    public AsciiText append(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    public AsciiText append(boolean flag) {
        return append(flag ? "true" : "false");
    }

    public AsciiText append(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        appendHex(high >>> 32, 8).append('-');
        appendHex(high >>> 16, 4).append('-');
        appendHex(high, 4).append('-');
        appendHex(low >>> 48, 4).append('-');
        return appendHex(low, 12);
    }

    /** Any text as a JSON string, with escapes for all that is not plain ASCII; {@code null} when there is none. */
    public AsciiText appendJson(@Nullable String text) {
        if (text == null) {
            return append("null");
        }
        int count = text.length();
        reserve(count + 2);
        bytes[length++] = '"';
        for (int i = 0; i < count; i++) {
            char character = text.charAt(i);
            if (character >= ' ' && character < 0x7F && character != '"' && character != '\\') {
                bytes[length++] = (byte) character;
            } else {
                append("\\u").appendHex(character, 4).reserve(count - i);
            }
        }
        return append('"');
    }

    /** As in {@code 2024-05-01T10:00:00.000Z}; a formatter would take most of the time that a large answer takes. */
    public AsciiText appendDate(Instant instant) {
        return appendDate(utc(instant));
    }

    /** A wall clock reading, written as if it were UTC. */
    public AsciiText appendDate(LocalDateTime date) {
        return appendClock(date).append('Z');
    }

    /** The form of the two dates in EXIF: {@code 2024-05-01T10:00:00.000+00:00}. */
    public AsciiText appendExifDate(Instant instant) {
        return appendClock(utc(instant)).append("+00:00");
    }

    private AsciiText appendClock(LocalDateTime date) {
        appendDigits(date.getYear(), 4);
        append('-').appendDigits(date.getMonthValue(), 2);
        append('-').appendDigits(date.getDayOfMonth(), 2);
        append('T').appendDigits(date.getHour(), 2);
        append(':').appendDigits(date.getMinute(), 2);
        append(':').appendDigits(date.getSecond(), 2);
        return append('.').appendDigits(date.getNano() / 1_000_000, 3);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    }

    public AsciiText appendBase64(byte[] data) {
        return append(BASE64.encode(data));
    }

    /** The number's last digits, with leading zeros. */
    public AsciiText appendDigits(long number, int digits) {
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

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Hands what was written over to the stream and begins anew. */
    public void drainTo(OutputStream stream) throws IOException {
        stream.write(bytes, 0, length);
        length = 0;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
