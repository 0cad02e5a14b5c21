package app.heirloom.vectors.index;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.embedding.Embedding;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Without a look at the vectors: what the codes alone say. */
class SignCodesTest {
    private static final int SIZE = 128;
    private static final int MANY = 2_000;

    private final Random random = new Random(4);
    private final float[] pictures = vector(new float[SIZE], 1, 1);
    private final float[] texts = vector(new float[SIZE], 1, 1);

    private record Found(double similarity, int distance) {}

    @Test
    void thoseOfPicturesAreNearToThePicture() {
        assertThat(amongTheFirstTenth(vector(pictures, 2, 1))).isGreaterThanOrEqualTo(16);
    }

    @Test
    void thoseOfPicturesAreNearToATextFarFromAllPictures() {
        assertThat(amongTheFirstTenth(vector(texts, 2, 1))).isGreaterThanOrEqualTo(16);
    }

    @Test
    void distancesStayInsideTheirBounds() {
        float[] axis = new float[SIZE];
        axis[0] = 1;
        var codes = new SignCodes(new float[SIZE]);
        float[] opposite = new float[SIZE];
        opposite[0] = -1;
        int near = SignCodes.distance(codes.prepare(axis), MemorySegment.ofArray(codes.encode(axis)), 0);
        int far = SignCodes.distance(codes.prepare(axis), MemorySegment.ofArray(codes.encode(opposite)), 0);
        assertThat(near).isBetween(0, far);
        assertThat(far).isLessThanOrEqualTo(SignCodes.FARTHEST);
    }

    /** How many of the twenty most similar are among the tenth whose codes are nearest. */
    private int amongTheFirstTenth(float[] query) {
        var vectors = new ArrayList<float[]>();
        float[] mean = new float[SIZE];
        for (int i = 0; i < MANY; i++) {
            float[] vector = vector(pictures, 2, 1);
            vectors.add(vector);
            for (int k = 0; k < SIZE; k++) {
                mean[k] += vector[k] / MANY;
            }
        }
        var codes = new SignCodes(mean);
        long[] prepared = codes.prepare(query);
        List<Found> all = vectors.stream()
                .map(vector -> new Found(
                        Embedding.of(query).similarity(Embedding.of(vector)),
                        SignCodes.distance(prepared, MemorySegment.ofArray(codes.encode(vector)), 0)))
                .sorted(Comparator.comparingInt(Found::distance))
                .toList();
        double least = all.stream()
                .mapToDouble(found -> -found.similarity)
                .sorted()
                .skip(19)
                .findFirst()
                .orElseThrow();
        return (int) all.stream()
                .limit(MANY / 10)
                .filter(found -> -found.similarity <= least)
                .count();
    }

    private float[] vector(float[] center, double share, double scale) {
        float[] vector = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            vector[i] = (float) (share * center[i] + scale * random.nextGaussian() / Math.sqrt(SIZE));
        }
        return Embedding.of(vector).values();
    }
}
