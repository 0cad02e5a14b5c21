package app.heirloom.tools.backup;

import app.heirloom.library.asset.AssetId;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * File names that every file system takes, made from names that are any text at all. The asset's id stands first, so that
 * no two are the same, none is hidden, and none is a device's name of Windows.
 */
final class SafeFileName {
    /** What most file systems allow, less room for the suffix of what is on its way. */
    private static final int MAX_BYTES = 255 - GroupBackup.PART.length();

    private static final int MAX_EXTENSION_BYTES = 16;

    private SafeFileName() {}

    static String of(AssetId asset, String name) {
        String safe = name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_").replaceAll("[. ]+$", "");
        int dot = safe.lastIndexOf('.');
        String extension = dot < 0 ? "" : safe.substring(dot);
        if (bytesOf(extension) > MAX_EXTENSION_BYTES) {
            extension = "";
        }
        String stem = safe.substring(0, safe.length() - extension.length());
        String prefix = asset + "_";
        return prefix + cut(stem, MAX_BYTES - bytesOf(prefix) - bytesOf(extension)) + cut(extension, MAX_BYTES);
    }

    /** As many whole characters as fit; half of a surrogate pair becomes an underscore. */
    private static String cut(String text, int maxBytes) {
        var encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(new byte[] {'_'});
        ByteBuffer bytes = ByteBuffer.allocate(maxBytes);
        encoder.encode(CharBuffer.wrap(text), bytes, true);
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }

    private static int bytesOf(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
