package app.heirloom.media.color;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes profiles for pictures that name their primaries by number, which JPEG and WebP cannot. */
final class StandardProfiles {
    private static final int HEADER = 128;
    private static final double[] WHITE = {0.9642, 1, 0.8249};
    /** Red, green and blue as XYZ, adapted to D50. */
    private static final double[][] DISPLAY_P3 = {
        {0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}
    };

    private static final double[][] BT_2020 = {
        {0.67348, 0.27904, -0.00194}, {0.16568, 0.67535, 0.02998}, {0.12505, 0.04561, 0.79686}
    };
    /** The curve of sRGB, which all of them use in stills. */
    private static final double[] CURVE = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};

    private StandardProfiles() {}

    /** The profile of these primaries; null for those of sRGB and unknown ones. */
    static @Nullable IccProfile of(int primaries) {
        return switch (primaries) {
            case 9 -> profile("BT.2020", BT_2020);
            case 11, 12 -> profile("Display P3", DISPLAY_P3);
            default -> null;
        };
    }

    private static IccProfile profile(String name, double[][] colors) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", text(name));
        tags.put("cprt", text("CC0"));
        tags.put("wtpt", xyz(WHITE));
        tags.put("rXYZ", xyz(colors[0]));
        tags.put("gXYZ", xyz(colors[1]));
        tags.put("bXYZ", xyz(colors[2]));
        tags.put("rTRC", curve());
        tags.put("gTRC", curve());
        tags.put("bTRC", curve());
        return IccProfile.of(assembled(tags));
    }

    private static byte[] assembled(Map<String, byte[]> tags) {
        var data = new ByteArrayOutputStream();
        int start = HEADER + 4 + tags.size() * 12;
        ByteBuffer table = ByteBuffer.allocate(start - HEADER).putInt(tags.size());
        tags.forEach((name, value) -> {
            table.put(ascii(name)).putInt(start + data.size()).putInt(value.length);
            data.writeBytes(value);
        });
        int size = start + data.size();
        ByteBuffer profile = ByteBuffer.allocate(size).putInt(size);
        profile.putInt(8, 0x04300000).put(12, ascii("mntrRGB XYZ ")).put(36, ascii("acsp"));
        profile.put(68, xyz(WHITE), 8, 12);
        return profile.position(HEADER)
                .put(table.flip())
                .put(data.toByteArray())
                .array();
    }

    private static byte[] text(String text) {
        byte[] characters = text.getBytes(StandardCharsets.UTF_16BE);
        int padded = (characters.length + 3) / 4 * 4;
        return ByteBuffer.allocate(28 + padded)
                .put(ascii("mluc"))
                .putInt(8, 1)
                .putInt(12, 12)
                .put(16, ascii("enUS"))
                .putInt(20, characters.length)
                .putInt(24, 28)
                .put(28, characters)
                .array();
    }

    private static byte[] xyz(double[] value) {
        return numbers("XYZ ", 0, value);
    }

    private static byte[] curve() {
        return numbers("para", 3 << 16, CURVE);
    }

    private static byte[] numbers(String type, int variant, double[] values) {
        boolean curve = variant != 0;
        ByteBuffer bytes = ByteBuffer.allocate((curve ? 12 : 8) + values.length * 4)
                .put(ascii(type))
                .putInt(0);
        if (curve) {
            bytes.putInt(variant);
        }
        for (double value : values) {
            bytes.putInt((int) Math.round(value * 65_536));
        }
        return bytes.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
