package app.heirloom.immich.server.search;

import app.heirloom.immich.server.http.Fields;
import app.heirloom.immich.server.http.InvalidFieldException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of a result is wanted, said by a page's number or by the cursor that came with the page before.
 *
 * @param offset how many assets come before it
 */
record SearchPage(int offset, int size) {
    private static final int MAX_SIZE = 1000;
    private static final int DEFAULT_SIZE = 250;
    private static final Pattern CURSOR = Pattern.compile("\\{\"offset\":(\\d{1,9})}");

    static SearchPage of(Fields fields) {
        int size = fields.findInteger("size", 1, MAX_SIZE).orElse(DEFAULT_SIZE);
        int number = fields.findInteger("page", 1, Integer.MAX_VALUE / MAX_SIZE).orElse(1);
        return new SearchPage(
                fields.findText("cursor").map(SearchPage::offsetOf).orElse((number - 1) * size), size);
    }

    String nextNumber() {
        return Integer.toString(offset / size + 2);
    }

    String nextCursor() {
        String json = "{\"offset\":" + (offset + size) + "}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static int offsetOf(String cursor) {
        try {
            Matcher json = CURSOR.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (json.matches()) {
                return Integer.parseInt(json.group(1));
            }
        } catch (IllegalArgumentException e) {
            // it is not even Base64
        }
        throw InvalidFieldException.format("Invalid cursor", "cursor");
    }
}
