package app.heirloom.media.bmff;

import app.heirloom.media.color.ColorDescription;
import app.heirloom.media.color.IccProfile;
import app.heirloom.media.format.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads {@code colr} boxes, of which a picture may have two: an ICC profile and numbers of ITU-T H.273. */
final class ColorBox {
    private ColorBox() {}

    static ColorDescription among(Content content, List<Box> properties) {
        IccProfile profile = null;
        int primaries = 0;
        int transfer = 0;
        for (Box box : properties) {
            if (box.type().equals("colr") && box.size() > 8) {
                ByteBuffer payload = payload(content, box);
                String kind =
                        StandardCharsets.US_ASCII.decode(payload.slice(0, 4)).toString();
                if (kind.equals("prof") || kind.equals("rICC")) {
                    byte[] bytes = new byte[payload.remaining() - 4];
                    payload.get(4, bytes);
                    profile = IccProfile.of(bytes);
                } else if (kind.equals("nclx") || kind.equals("nclc")) {
                    primaries = payload.getShort(4);
                    transfer = payload.getShort(6);
                }
            }
        }
        return new ColorDescription(profile, primaries, transfer);
    }

    private static ByteBuffer payload(Content content, Box box) {
        try {
            return box.payload(content);
        } catch (IOException e) {
            throw new IllegalArgumentException("colr is cut off", e);
        }
    }
}
