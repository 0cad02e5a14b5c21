package app.heirloom.library.tag;

import app.heirloom.library.error.ErrorCode;
import java.util.regex.Pattern;

/**
 * The colour that a tag is shown in.
 *
 * @param value as in {@code #ff8800}
 */
public record TagColor(String value) {
    private static final Pattern FORM = Pattern.compile("#?((?:[0-9a-fA-F]{3,4}){1,2})");

    /** With or without the leading {@code #}, of 3, 4, 6 or 8 hexadecimal digits; fails as INVALID for other text. */
    public static TagColor parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches() || matcher.group(1).length() == 7) {
            throw ErrorCode.INVALID.exception("A colour has the form #ff8800, not " + text);
        }
        return new TagColor("#" + matcher.group(1));
    }
}
