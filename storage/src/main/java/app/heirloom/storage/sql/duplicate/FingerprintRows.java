package app.heirloom.storage.sql.duplicate;

import app.heirloom.library.likeness.Fingerprint;
import app.heirloom.library.likeness.Look;
import app.heirloom.library.likeness.PerceptualHash;
import app.heirloom.library.likeness.PixelHash;
import app.heirloom.storage.database.Row;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads fingerprints out of rows, and writes what they are made of. */
final class FingerprintRows {
    /** What {@link #find} reads. */
    static final String COLUMNS = "pixels, whole, crops, aspect, look";

    private FingerprintRows() {}

    /** Empty where there is none joined. */
    static Optional<Fingerprint> find(Row row) {
        byte[] pixels = row.bytesOrNull();
        return pixels == null
                ? Optional.empty()
                : Optional.of(new Fingerprint(pixels(pixels), hashes(row.bytes()), hashes(row.bytes()), look(row)));
    }

    private static Look look(Row row) {
        double aspect = Objects.requireNonNull(row.realOrNull());
        return new Look(aspect, row.bytes());
    }

    static byte[] bytes(PixelHash pixels) {
        return HexFormat.of().parseHex(pixels.hex());
    }

    private static PixelHash pixels(byte[] bytes) {
        return new PixelHash(HexFormat.of().formatHex(bytes));
    }

    static byte[] bytes(List<PerceptualHash> hashes) {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Long.BYTES);
        hashes.forEach(hash -> bytes.putLong(hash.bits()));
        return bytes.array();
    }

    static List<PerceptualHash> hashes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<PerceptualHash> hashes = new ArrayList<>();
        while (buffer.hasRemaining()) {
            hashes.add(new PerceptualHash(buffer.getLong()));
        }
        return hashes;
    }
}
