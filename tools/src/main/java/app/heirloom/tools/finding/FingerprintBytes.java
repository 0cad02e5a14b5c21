package app.heirloom.tools.finding;

import app.heirloom.library.likeness.Fingerprint;
import app.heirloom.library.likeness.Look;
import app.heirloom.library.likeness.PerceptualHash;
import app.heirloom.library.likeness.PixelHash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Fingerprints as bytes: pixels, whole and crops with their number before them, aspect, cells. */
final class FingerprintBytes {
    private static final int PIXELS = 32;
    private static final int CELLS = Look.SIDE * Look.SIDE;

    private FingerprintBytes() {}

    static byte[] write(Fingerprint fingerprint) {
        int hashes = fingerprint.whole().size() + fingerprint.crops().size();
        ByteBuffer bytes = ByteBuffer.allocate(PIXELS + 2 + hashes * Long.BYTES + Double.BYTES + CELLS);
        bytes.put(HexFormat.of().parseHex(fingerprint.pixels().hex()));
        write(fingerprint.whole(), bytes);
        write(fingerprint.crops(), bytes);
        bytes.putDouble(fingerprint.look().aspect());
        bytes.put(fingerprint.look().cells());
        return bytes.array();
    }

    private static void write(List<PerceptualHash> hashes, ByteBuffer bytes) {
        bytes.put((byte) hashes.size());
        hashes.forEach(hash -> bytes.putLong(hash.bits()));
    }

    static Fingerprint read(ByteBuffer bytes) {
        byte[] pixels = new byte[PIXELS];
        bytes.get(pixels);
        List<PerceptualHash> whole = readHashes(bytes);
        List<PerceptualHash> crops = readHashes(bytes);
        double aspect = bytes.getDouble();
        byte[] cells = new byte[CELLS];
        bytes.get(cells);
        return new Fingerprint(new PixelHash(HexFormat.of().formatHex(pixels)), whole, crops, new Look(aspect, cells));
    }

    private static List<PerceptualHash> readHashes(ByteBuffer bytes) {
        int count = bytes.get();
        List<PerceptualHash> hashes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hashes.add(new PerceptualHash(bytes.getLong()));
        }
        return hashes;
    }
}
