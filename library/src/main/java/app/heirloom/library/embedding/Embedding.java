package app.heirloom.library.embedding;

/** A vector of length 1; the dot product of two of the same model is their cosine similarity. */
public final class Embedding {
    private final float[] values;

    private Embedding(float[] values) {
        this.values = values;
    }

    /**
     * Scales the values to length 1.
     *
     * @throws IllegalArgumentException when they have no direction: all zero, or not numbers
     */
    public static Embedding of(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        double length = Math.sqrt(sum);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("a vector without direction");
        }
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) (values[i] / length);
        }
        return new Embedding(scaled);
    }

    public int size() {
        return values.length;
    }

    /** A copy. */
    public float[] values() {
        return values.clone();
    }

    /** Writes the values into a row of a matrix. */
    public void copyTo(float[] target, int offset) {
        System.arraycopy(values, 0, target, offset, values.length);
    }

    /** Cosine similarity, from -1 to 1. */
    public double similarity(Embedding other) {
        double dot = 0;
        for (int i = 0; i < values.length; i++) {
            dot += (double) values[i] * other.values[i];
        }
        return dot;
    }
}
