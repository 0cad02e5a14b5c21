package app.heirloom.media.color;

import java.nio.charset.StandardCharsets;

/** An ICC colour profile. Immutable. */
public final class IccProfile {
    private static final int MIN_SIZE = 132;
    private static final int MAX_SIZE = 1 << 20;
    private static final int COLOR_SPACE = 16;
    private static final int SIGNATURE = 36;

    private final byte[] bytes;

    private IccProfile(byte[] bytes) {
        this.bytes = bytes;
    }

    public static IccProfile of(byte[] bytes) {
        return new IccProfile(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether a derivative in RGB needs it to look right: a sane RGB profile other than sRGB, which goes without. */
    public boolean isWorthKeeping() {
        return bytes.length >= MIN_SIZE
                && bytes.length <= MAX_SIZE
                && holds("RGB ", COLOR_SPACE)
                && holds("acsp", SIGNATURE)
                && !isStandard();
    }

    private boolean holds(String text, int at) {
        return new String(bytes, at, text.length(), StandardCharsets.US_ASCII).equals(text);
    }

    /** Profiles name themselves in ASCII or in UTF-16. */
    private boolean isStandard() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("sRGB") || text.contains("s\0R\0G\0B");
    }
}
