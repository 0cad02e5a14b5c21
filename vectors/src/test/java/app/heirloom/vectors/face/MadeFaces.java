package app.heirloom.vectors.face;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.recognition.gathering.FaceSample;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Embeddings as tests need them: a person is a direction, and its photos lie around it. */
final class MadeFaces {
    static final FaceQuality GOOD = new FaceQuality(200, 1, 1, 1);
    private static final int SIZE = 24;

    final Random random;
    private final Random times;

    MadeFaces(long seed) {
        this.random = new Random(seed);
        this.times = new Random(seed);
    }

    /** @param inside mean similarity of two of the faces */
    List<FaceSample> person(float[] person, int count, double inside) {
        return IntStream.range(0, count)
                .mapToObj(i -> face(near(person, inside), GOOD))
                .toList();
    }

    /** The same, all on one day. */
    List<FaceSample> person(float[] person, int count, double inside, Instant captured) {
        return IntStream.range(0, count)
                .mapToObj(i -> face(near(person, inside), GOOD, captured))
                .toList();
    }

    FaceSample face(float[] values, FaceQuality quality) {
        return face(values, quality, day(1980 + times.nextInt(40)));
    }

    FaceSample face(float[] values, FaceQuality quality, Instant captured) {
        return new FaceSample(FaceId.random(), new AssetId(UUID.randomUUID()), Embedding.of(values), quality, captured);
    }

    static Instant day(int year) {
        return LocalDate.of(year, 7, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    float[] near(float[] person, double inside) {
        return turned(person, Math.sqrt(inside));
    }

    float[] direction() {
        float[] values = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.of(values).values();
    }

    /** Another direction at an angle of that cosine. */
    float[] turned(float[] direction, double cosine) {
        float[] other = direction();
        double shared = Embedding.of(direction).similarity(Embedding.of(other));
        float[] across =
                Embedding.of(mixed(other, 1, direction, (float) -shared)).values();
        return mixed(direction, (float) cosine, across, (float) Math.sqrt(1 - cosine * cosine));
    }

    static float[] mixed(float[] one, float share, float[] other, float otherShare) {
        float[] mixed = new float[one.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = one[i] * share + other[i] * otherShare;
        }
        return mixed;
    }
}
