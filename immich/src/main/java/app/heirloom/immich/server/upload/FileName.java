package app.heirloom.immich.server.upload;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Makes a name for a file out of what a client calls it. */
final class FileName {
    /** What most file systems allow. */
    private static final int MAX_BYTES = 255;

    private FileName() {}

    /** Without folders and control characters, and not too long; letters of all scripts stay as they are. */
    static String clean(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .codePoints()
                .filter(letter -> !isInvisible(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return shorten(Normalizer.normalize(name, Normalizer.Form.NFC));
    }

    /** Control characters, halves of surrogate pairs, and those marks that would let a name read backwards. */
    private static boolean isInvisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
        };
    }

    private static String shorten(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 || name.length() - dot > 16 ? "" : name.substring(dot);
        String base = name.substring(0, name.length() - extension.length());
        while (bytesOf(base + extension) > MAX_BYTES) {
            base = base.substring(0, base.offsetByCodePoints(base.length(), -1));
        }
        return base + extension;
    }

    private static int bytesOf(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
