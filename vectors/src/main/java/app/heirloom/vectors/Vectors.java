package app.heirloom.vectors;

import app.heirloom.library.embedding.Embedding;
import java.util.List;

/** Many vectors of length 1, as rows of one matrix. */
public final class Vectors {
    private final int size;
    private final float[] values;

    private Vectors(int size, float[] values) {
        this.size = size;
        this.values = values;
    }

    /** The embeddings as rows; all must be of one model, and so of one size. */
    public static Vectors of(List<Embedding> embeddings) {
        int size = embeddings.isEmpty() ? 0 : embeddings.getFirst().size();
        float[] values = new float[embeddings.size() * size];
        for (int row = 0; row < embeddings.size(); row++) {
            if (embeddings.get(row).size() != size) {
                throw new IllegalArgumentException("embeddings of different sizes do not compare");
            }
            embeddings.get(row).copyTo(values, row * size);
        }
        return new Vectors(size, values);
    }

    public int rows() {
        return size == 0 ? 0 : values.length / size;
    }

    public int size() {
        return size;
    }

    /** Cosine similarity of two rows. */
    public float similarity(int row, int other) {
        return dot(values, row * size, values, other * size, size);
    }

    /** Adds a row to a sum. */
    void addTo(float[] sum, int row) {
        for (int i = 0; i < size; i++) {
            sum[i] += values[row * size + i];
        }
    }

    /**
     * The dot product of two vectors that lie in larger arrays: four sums side by side, which the compiler turns into vector
     * instructions where one long sum stays scalar.
     */
    public static float dot(float[] a, int fromA, float[] b, int fromB, int size) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < size; i += 4) {
            s0 += a[fromA + i] * b[fromB + i];
            s1 += a[fromA + i + 1] * b[fromB + i + 1];
            s2 += a[fromA + i + 2] * b[fromB + i + 2];
            s3 += a[fromA + i + 3] * b[fromB + i + 3];
        }
        for (; i < size; i++) {
            s0 += a[fromA + i] * b[fromB + i];
        }
        return s0 + s1 + s2 + s3;
    }
}
