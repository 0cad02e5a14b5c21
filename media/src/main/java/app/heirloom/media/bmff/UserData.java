package app.heirloom.media.bmff;

import app.heirloom.media.format.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Texts about a movie: QuickTime's and 3GP's user data, and the keyed metadata of Apple and iTunes. */
final class UserData {
    private static final int TEXT = 1;
    private static final int MAX_TEXT = 1 << 16;

    private UserData() {}

    static void read(Content content, Box userData, Map<String, String> texts) throws IOException {
        for (Box box : userData.children(content, 0)) {
            if (box.type().equals("meta")) {
                readMeta(content, box, texts);
            } else if (box.type().startsWith("\u00a9") && box.size() > 4 && box.size() < MAX_TEXT) {
                ByteBuffer payload = box.payload(content);
                int length = Math.min(payload.getShort(0) & 0xffff, payload.remaining() - 4);
                texts.putIfAbsent(box.type(), text(payload.slice(4, length)));
            } else if (box.type().equals("loci")) {
                readLocation(box.payload(content), texts);
            }
        }
    }

    /** A meta box, which in QuickTime has no version before its children. */
    static void readMeta(Content content, Box meta, Map<String, String> texts) throws IOException {
        List<Box> boxes = meta.children(content, 0);
        if (Box.first(boxes, "hdlr").isEmpty()) {
            boxes = meta.children(content, 4);
        }
        Optional<Box> keys = Box.first(boxes, "keys");
        Optional<Box> values = Box.first(boxes, "ilst");
        if (values.isEmpty()) {
            return;
        }
        Map<Integer, String> names = keys.isPresent() ? names(content, keys.get()) : Map.of();
        for (Box item : values.get().children(content, 0)) {
            int index = StandardCharsets.ISO_8859_1.encode(item.type()).getInt(0);
            Optional<Box> data = item.find(content, "data");
            if (data.isPresent() && data.get().size() > 8 && data.get().size() < MAX_TEXT) {
                ByteBuffer payload = data.get().payload(content);
                if ((payload.getInt(0) & 0xffffff) == TEXT) {
                    String name = names.getOrDefault(index, item.type());
                    texts.putIfAbsent(name, text(payload.slice(8, payload.remaining() - 8)));
                }
            }
        }
    }

    private static Map<Integer, String> names(Content content, Box keys) throws IOException {
        Map<Integer, String> names = new HashMap<>();
        for (Box key : keys.children(content, 8)) {
            if (key.size() < MAX_TEXT) {
                names.put(names.size() + 1, text(key.payload(content)));
            }
        }
        return names;
    }

    /** 3GP: a name, then longitude and latitude as 16.16 numbers. */
    private static void readLocation(ByteBuffer payload, Map<String, String> texts) {
        int at = 6;
        while (payload.get(at) != 0) {
            at++;
        }
        double longitude = payload.getInt(at + 2) / 65_536.0;
        double latitude = payload.getInt(at + 6) / 65_536.0;
        texts.putIfAbsent("\u00a9xyz", String.format(Locale.ROOT, "%+.5f%+.5f/", latitude, longitude));
    }

    private static String text(ByteBuffer bytes) {
        String text = StandardCharsets.UTF_8.decode(bytes).toString();
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }
}
