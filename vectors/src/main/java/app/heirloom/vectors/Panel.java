package app.heirloom.vectors;

import java.util.Arrays;
import java.util.List;

/**
 * The dot products of up to {@value #WIDTH} vectors with many others: a matrix product in plain Java. The panel is turned
 * on its side, one array for each dimension, so that the compiler makes one vector instruction of sixteen columns; four
 * rows and four dimensions at a time keep the sums in registers (90 GFLOP/s on a core with AVX-512; see decision 013).
 *
 * <p>Each product is summed up in the order of the dimensions, fused and rounded once for each. So it has the same bits
 * whether it comes out of a panel or of {@link #product}, and whichever of the two vectors is the row.
 */
public final class Panel {
    public static final int WIDTH = 256;

    /** Rows that are multiplied together, and dimensions too: vectors are padded to a multiple of it. */
    public static final int TILE = 4;

    private final int count;
    private final float[][] columns;

    /** Of vectors whose length is a multiple of {@link #TILE}. */
    public Panel(List<float[]> vectors) {
        this.count = vectors.size();
        if (count > WIDTH) {
            throw new IllegalArgumentException(count + " vectors do not fit a panel of " + WIDTH);
        }
        this.columns = new float[vectors.isEmpty() ? 0 : vectors.getFirst().length][WIDTH];
        for (int column = 0; column < count; column++) {
            float[] vector = vectors.get(column);
            for (int i = 0; i < columns.length; i++) {
                columns[i][column] = vector[i];
            }
        }
    }

    /** How many vectors it holds. */
    public int count() {
        return count;
    }

    /** The products of {@link #TILE} rows with the vectors of the panel, into as many arrays of {@link #WIDTH}. */
    public void multiply(float[][] rows, float[][] products) {
        for (float[] product : products) {
            Arrays.fill(product, 0);
        }
        for (int dimension = 0; dimension < columns.length; dimension += TILE) {
            add(rows, dimension, products);
        }
    }

    private void add(float[][] rows, int k, float[][] products) {
        float[] b0 = columns[k];
        float[] b1 = columns[k + 1];
        float[] b2 = columns[k + 2];
        float[] b3 = columns[k + 3];
        float[] c0 = products[0];
        float[] c1 = products[1];
        float[] c2 = products[2];
        float[] c3 = products[3];
        float a00 = rows[0][k];
        float a01 = rows[0][k + 1];
        float a02 = rows[0][k + 2];
        float a03 = rows[0][k + 3];
        float a10 = rows[1][k];
        float a11 = rows[1][k + 1];
        float a12 = rows[1][k + 2];
        float a13 = rows[1][k + 3];
        float a20 = rows[2][k];
        float a21 = rows[2][k + 1];
        float a22 = rows[2][k + 2];
        float a23 = rows[2][k + 3];
        float a30 = rows[3][k];
        float a31 = rows[3][k + 1];
        float a32 = rows[3][k + 2];
        float a33 = rows[3][k + 3];
        for (int j = 0; j < WIDTH; j++) {
            float x0 = b0[j];
            float x1 = b1[j];
            float x2 = b2[j];
            float x3 = b3[j];
            c0[j] = Math.fma(a03, x3, Math.fma(a02, x2, Math.fma(a01, x1, Math.fma(a00, x0, c0[j]))));
            c1[j] = Math.fma(a13, x3, Math.fma(a12, x2, Math.fma(a11, x1, Math.fma(a10, x0, c1[j]))));
            c2[j] = Math.fma(a23, x3, Math.fma(a22, x2, Math.fma(a21, x1, Math.fma(a20, x0, c2[j]))));
            c3[j] = Math.fma(a33, x3, Math.fma(a32, x2, Math.fma(a31, x1, Math.fma(a30, x0, c3[j]))));
        }
    }

    /** The products of one vector with {@link #TILE} rows, for when a panel would stay empty. */
    public static void product(float[] vector, float[][] rows, float[] products) {
        float[] a = rows[0];
        float[] b = rows[1];
        float[] c = rows[2];
        float[] d = rows[3];
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (int i = 0; i < vector.length; i++) {
            float x = vector[i];
            s0 = Math.fma(a[i], x, s0);
            s1 = Math.fma(b[i], x, s1);
            s2 = Math.fma(c[i], x, s2);
            s3 = Math.fma(d[i], x, s3);
        }
        products[0] = s0;
        products[1] = s1;
        products[2] = s2;
        products[3] = s3;
    }
}
