package app.heirloom.immich.server.search;

import app.heirloom.immich.server.http.Fields;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.search.SearchOrder;
import app.heirloom.library.search.SearchPage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of a result is wanted, said by a page's number or by the cursor that came with the page before. A cursor of
 * a result by capture tells the last asset, so that the next page is found without counting up to it.
 *
 * @param number from 1
 */
record ResultPage(int number, int size, SearchPage.Start start) {
    private static final int MAX_SIZE = 1000;
    private static final int DEFAULT_SIZE = 250;
    private static final int DEFAULT_RANKED_SIZE = 100;
    private static final int MAX_NUMBER = Integer.MAX_VALUE / MAX_SIZE;
    private static final Pattern CURSOR = Pattern.compile(
            "\\{\"page\":(\\d{1,7})(?:,\"captured\":(-?\\d{1,18}),\"id\":\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\")?}");

    static ResultPage of(Fields fields, SearchOrder order) {
        int size = sizeOf(fields);
        int number = fields.findInteger("page", 1, MAX_NUMBER).orElse(1);
        return fields.findText("cursor")
                .map(cursor -> ofCursor(cursor, size, order))
                .orElseGet(() -> byNumber(number, size));
    }

    /** By number alone, as a ranking has it. */
    static ResultPage ofRanking(Fields fields) {
        int number = fields.findInteger("page", 1, MAX_NUMBER).orElse(1);
        return byNumber(number, fields.findInteger("size", 1, MAX_SIZE).orElse(DEFAULT_RANKED_SIZE));
    }

    static int sizeOf(Fields fields) {
        return fields.findInteger("size", 1, MAX_SIZE).orElse(DEFAULT_SIZE);
    }

    private static ResultPage byNumber(int number, int size) {
        return new ResultPage(number, size, new SearchPage.Offset((number - 1) * size));
    }

    /** One asset more than the page has, which tells whether there is another page. */
    SearchPage withOneMore() {
        return new SearchPage(start, size + 1);
    }

    String nextNumber() {
        return Integer.toString(number + 1);
    }

    String nextCursor(Asset last, SearchOrder order) {
        String position = isKeyed(order)
                ? ",\"captured\":%d,\"id\":\"%s\""
                        .formatted(
                                ChronoUnit.MICROS.between(
                                        Instant.EPOCH, last.times().captured()),
                                last.id())
                : "";
        String json = "{\"page\":" + nextNumber() + position + "}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isKeyed(SearchOrder order) {
        return order.key() == SearchOrder.Key.CAPTURED;
    }

    private static ResultPage ofCursor(String cursor, int size, SearchOrder order) {
        Matcher json = CURSOR.matcher(decoded(cursor));
        if (json.matches()) {
            int number = Integer.parseInt(json.group(1));
            boolean isKeyed = json.group(2) != null;
            if (number >= 1 && number <= MAX_NUMBER && isKeyed == isKeyed(order)) {
                return isKeyed
                        ? new ResultPage(number, size, after(json.group(2), json.group(3)))
                        : byNumber(number, size);
            }
        }
        throw InvalidFieldException.format("Invalid cursor", "cursor");
    }

    private static SearchPage.After after(String micros, String id) {
        return new SearchPage.After(Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS), AssetId.parse(id));
    }

    /** Empty when it is not even Base64. */
    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
