package app.heirloom.storage.sql.row;

import app.heirloom.library.embedding.Embedding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Embeddings as they are stored: float32, little endian. */
public final class VectorBytes {
    private VectorBytes() {}

    public static byte[] of(Embedding embedding) {
        var bytes = ByteBuffer.allocate(embedding.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(embedding.values());
        return bytes.array();
    }

    public static Embedding read(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return Embedding.of(values);
    }
}
