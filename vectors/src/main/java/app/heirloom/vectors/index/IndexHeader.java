package app.heirloom.vectors.index;

import app.heirloom.library.embedding.ModelId;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The first bytes of a file of codes.
 *
 * @param generation which file of vectors it goes with
 * @param based how many vectors the mean was taken from
 * @param mean what the vectors were seen from when they were encoded
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IndexHeader(ModelId model, long generation, long based, float[] mean) {
    private static final int MAGIC = 0x48654978;
    private static final int VERSION = 1;
    private static final int MODEL = 256;

    static int size(int dimensions) {
        return Integer.BYTES * 4 + Long.BYTES * 2 + MODEL + dimensions * Float.BYTES;
    }

    ByteBuffer toBytes() {
        byte[] name = model.name().getBytes(StandardCharsets.UTF_8);
        if (name.length > MODEL) {
            throw new IllegalArgumentException("the model's name is longer than " + MODEL + " bytes: " + model);
        }
        ByteBuffer bytes = ByteBuffer.allocate(size(mean.length)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0).putInt(MAGIC).putInt(VERSION).putInt(mean.length);
        bytes.putLong(generation).putLong(based).put(name).position(size(0));
        bytes.asFloatBuffer().put(mean);
        bytes.clear();
        return bytes.putInt(0, check(bytes));
    }

    /** Empty when the bytes are no header of this version, or of another model. */
    static Optional<IndexHeader> read(ByteBuffer bytes, ModelId model, int dimensions) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < size(dimensions) || bytes.getInt(0) != check(bytes)) {
            return Optional.empty();
        }
        float[] mean = new float[dimensions];
        bytes.position(size(0)).asFloatBuffer().get(mean);
        var header = new IndexHeader(model, bytes.getLong(16), bytes.getLong(24), mean);
        return header.toBytes().equals(bytes.clear()) ? Optional.of(header) : Optional.empty();
    }

    private static int check(ByteBuffer bytes) {
        var check = new CRC32C();
        check.update(bytes.duplicate().position(Integer.BYTES));
        return (int) check.getValue();
    }
}
