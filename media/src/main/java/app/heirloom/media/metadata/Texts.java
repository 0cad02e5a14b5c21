package app.heirloom.media.metadata;

import com.drew.metadata.Directory;
import com.drew.metadata.StringValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts in headers: bytes of unknown encoding, padded, and often written by the camera rather than by people. */
final class Texts {
    private static final Charset OLD = Charset.forName("windows-1252");
    private static final Pattern JUNK = Pattern.compile(
            "(?i).*digital (still )?camera|.*dsc( picture)?|.*digicam|digital ?cam|samsung|konica minolta.*"
                    + "|digitalkamera|(exif_)?jpeg_picture|exif_picture|default|my beautiful picture|screenshot|edf"
                    + "|dcim\\\\.*|(dscf?|img|pict|mvc-)_?\\d+.*|\\[[^\\]]*\\]|user comments?|ascii|charset=ascii.*"
                    + "|.*x-default.*|<.*>|\\W*");

    private Texts() {}

    /** The tag's text without padding, null when there is none. */
    static @Nullable String of(Directory directory, int tag) {
        Object value = directory.getObject(tag);
        if (value instanceof StringValue text) {
            return clean(decode(text.getBytes()));
        }
        return value == null ? null : clean(directory.getString(tag));
    }

    static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int end = text.indexOf('\0');
        String stripped = (end < 0 ? text : text.substring(0, end)).strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** A description unless the camera made it up. */
    static String description(@Nullable String text) {
        String clean = clean(text);
        return clean == null || JUNK.matcher(clean).matches() ? "" : clean;
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return OLD.decode(ByteBuffer.wrap(bytes)).toString();
        }
    }
}
