package app.heirloom.benchmarks.face;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.profile.Birth;
import app.heirloom.library.recognition.gathering.FaceSample;
import app.heirloom.library.recognition.gathering.Gathering;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import app.heirloom.library.recognition.gathering.Ties;
import app.heirloom.vectors.ClusterScores;
import app.heirloom.vectors.face.NeighborFaceGraph;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Embeddings of families over twenty years: two parents, and siblings who are much alike as babies and grow apart. A child
 * is a mixture of its family's baby and itself, of which the baby fades with the years. Some photos of each person were
 * named within one year, and it is known when everybody was born; some cameras' clocks were never set.
 */
public final class FamilyAlbum {
    private static final FaceQuality GOOD = new FaceQuality(1_000, 1, 1, 1);
    private static final Instant CLOCK_NEVER_SET = Instant.parse("2000-01-01T00:00:00Z");
    private static final int FIRST_YEAR = 2004;
    private static final int YEARS = 20;
    private static final int NAMED = 8;

    private final Random random;
    private final Directions directions;
    private final Traits traits;
    private final List<FaceSample> samples = new ArrayList<>();
    private final Map<FaceId, Integer> truths = new HashMap<>();
    private final List<List<FaceId>> named = new ArrayList<>();
    private final Map<FaceId, Birth> births = new HashMap<>();
    private int people;

    /**
     * What families are like.
     *
     * @param babies how alike the babies of a family are, as a cosine
     * @param siblings how alike they are when they are grown
     * @param fading years in which the baby in a child fades to a third
     * @param wrongDates share of photos whose date is the camera's first day
     */
    public record Traits(double babies, double siblings, double fading, double wrongDates) {}

    private FamilyAlbum(int size, long seed, Traits traits) {
        this.random = new Random(seed);
        this.directions = new Directions(size, random);
        this.traits = traits;
    }

    public static FamilyAlbum of(int families, int size, long seed, Traits traits) {
        var album = new FamilyAlbum(size, seed, traits);
        for (int family = 0; family < families; family++) {
            album.family();
        }
        Collections.shuffle(album.samples, album.random);
        return album;
    }

    public int size() {
        return samples.size();
    }

    /** How well people come out when it is known who was named, and when it is also known when they were born. */
    public ClusterScores gathered(double likeness, boolean withBirths) {
        try (var graph = new NeighborFaceGraph(likeness)) {
            graph.put(samples);
            var ties = new Ties(named, different(), withBirths ? births : Map.of());
            Gathering gathering = graph.gather(ties, new GatheringSettings(likeness, 1));
            Map<FaceId, Integer> found = new HashMap<>();
            for (int person = 0; person < gathering.groups().size(); person++) {
                for (FaceId face : gathering.groups().get(person)) {
                    found.put(face, person);
                }
            }
            for (FaceId face : gathering.alone()) {
                found.put(face, gathering.groups().size() + found.size());
            }
            return ClusterScores.of(
                    samples.stream()
                            .mapToInt(sample -> found.getOrDefault(sample.id(), 0))
                            .toArray(),
                    samples.stream()
                            .mapToInt(sample -> truths.getOrDefault(sample.id(), 0))
                            .toArray());
        }
    }

    /** Who has another name is another. */
    private List<Ties.Pair> different() {
        List<Ties.Pair> pairs = new ArrayList<>();
        for (int one = 0; one < named.size(); one++) {
            for (int other = one + 1; other < named.size(); other++) {
                pairs.add(new Ties.Pair(
                        named.get(one).getFirst(), named.get(other).getFirst()));
            }
        }
        return pairs;
    }

    private void family() {
        float[] blood = directions.any();
        float[] baby = directions.any();
        double inside = between(0.65, 0.85);
        for (int parent = 0; parent < 2; parent++) {
            float[] face = directions.any();
            float[] older = directions.at(face, between(0.85, 0.95));
            person(
                    FIRST_YEAR - 25 - random.nextInt(10),
                    inside,
                    age -> Directions.mixed(face, 60 - age, older, age - 20));
        }
        int born = FIRST_YEAR + random.nextInt(3);
        int children = 2 + random.nextInt(3);
        for (int child = 0; child < children; child++) {
            float[] grown = directions.at(blood, Math.sqrt(traits.siblings()));
            float[] small = directions.at(baby, Math.sqrt(traits.babies()));
            person(born, inside, age -> {
                double left = Math.exp(-age / traits.fading());
                return Directions.mixed(small, left, grown, 1 - left);
            });
            born += 1 + random.nextInt(4);
        }
    }

    private interface Life {
        float[] faceAt(double age);
    }

    private void person(int year, double inside, Life life) {
        LocalDate day = LocalDate.of(year, 1, 1).plusDays(random.nextInt(365));
        var birth = new Birth(day);
        Instant begin = day.getYear() < FIRST_YEAR
                ? LocalDate.of(FIRST_YEAR, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant()
                : day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = LocalDate.of(FIRST_YEAR + YEARS, 1, 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        int count = 40 + random.nextInt(80);
        double namedAt = random.nextDouble();
        List<FaceSample> photos = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double when = random.nextDouble();
            Instant captured = begin.plus(
                    Duration.ofMillis((long) (Duration.between(begin, end).toMillis() * when * when)));
            photos.add(photo(life.faceAt(birth.ageAt(captured)), inside, captured));
        }
        photos.sort((one, other) -> one.captured().compareTo(other.captured()));
        int first = (int) (namedAt * (count - NAMED));
        List<FaceId> said = photos.subList(first, first + NAMED).stream()
                .map(FaceSample::id)
                .toList();
        named.add(said);
        said.forEach(face -> births.put(face, birth));
        photos.forEach(photo -> add(photo, said.contains(photo.id())));
        people++;
    }

    private void add(FaceSample photo, boolean isNamed) {
        boolean isWrong = !isNamed && random.nextDouble() < traits.wrongDates();
        truths.put(photo.id(), people);
        samples.add(
                isWrong
                        ? new FaceSample(photo.id(), photo.asset(), photo.embedding(), photo.quality(), CLOCK_NEVER_SET)
                        : photo);
    }

    private FaceSample photo(float[] face, double inside, Instant captured) {
        float[] seen = Directions.mixed(face, Math.sqrt(inside), directions.any(), Math.sqrt(1 - inside));
        var id = new FaceId(new UUID(random.nextLong(), random.nextLong()));
        return new FaceSample(id, new AssetId(id.value()), Embedding.of(seen), GOOD, captured);
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
