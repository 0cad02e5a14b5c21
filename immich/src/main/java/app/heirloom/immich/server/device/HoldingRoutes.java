package app.heirloom.immich.server.device;

import app.heirloom.immich.json.device.ContentsJson;
import app.heirloom.immich.json.device.MatchesJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.Holdings;
import app.heirloom.library.remote.JoinKey;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Which of a device's photos are here, asked in one go. */
final class HoldingRoutes {
    /** Of years that a long of microseconds can hold, with room to spare: about the year 33,658. */
    private static final double LATEST = 1e12;

    private final Holdings holdings;

    HoldingRoutes(Holdings holdings) {
        this.holdings = holdings;
    }

    Answer match(Context http, Caller caller) throws IOException {
        List<JsonFields> items = JsonFields.ofBody(http).list("keys");
        requireFew(items.size(), "keys");
        List<JoinKey> keys = new ArrayList<>(items.size());
        for (JsonFields item : items) {
            keys.add(key(item, keys.size()));
        }
        return Answer.ok(MatchesJson.of(holdings.match(caller, keys)));
    }

    Answer trace(Context http, Caller caller) throws IOException {
        List<String> texts = JsonFields.ofBody(http).listTexts("checksums");
        requireFew(texts.size(), "checksums");
        List<Checksum> checksums = new ArrayList<>(texts.size());
        for (String text : texts) {
            checksums.add(checksum(text, checksums.size()));
        }
        return Answer.ok(ContentsJson.of(holdings.trace(caller, checksums)));
    }

    private static JoinKey key(JsonFields item, int index) {
        double second = item.findNumber("second").orElse(Double.NaN);
        if (!(Math.abs(second) <= LATEST) || second != Math.rint(second)) {
            throw InvalidFieldException.type(
                    "Invalid second: expected the time of capture in whole seconds since 1970",
                    "keys",
                    index,
                    "second");
        }
        return new JoinKey(item.text("fileName"), (long) second);
    }

    private static Checksum checksum(String text, int index) {
        try {
            return Checksum.parse(text);
        } catch (IllegalArgumentException e) {
            throw InvalidFieldException.format("Invalid checksum: expected SHA-1 as Base64 or hex", "checksums", index);
        }
    }

    private static void requireFew(int count, String field) {
        if (count > Holdings.LIMIT) {
            throw InvalidFieldException.value(
                    "Too many: " + count + ", at most " + Holdings.LIMIT + " can be asked for at once", field);
        }
    }
}
