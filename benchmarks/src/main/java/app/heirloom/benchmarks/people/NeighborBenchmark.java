package app.heirloom.benchmarks.people;

import app.heirloom.benchmarks.face.Directions;
import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.Samples;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.EmbeddingIndex.Entry;
import app.heirloom.library.embedding.EmbeddingIndex.Neighbor;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.vectors.index.FlatIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The index of embeddings: what it finds of the ten nearest, and how fast. Pictures lie in a cone around their mean; texts
 * lie in another one, with cosines of 0.1 to 0.4 to the pictures, as in CLIP.
 */
public final class NeighborBenchmark implements Benchmark {
    private static final int SIZE = 512;
    private static final int MANY = 1_000_000;
    private static final int PORTION = 10_000;
    private static final int SUBJECTS = 2_000;
    private static final int QUERIES = 60;
    private static final int NEAREST = 10;
    private static final ModelId MODEL = new ModelId("synthetic");

    private final Random random = new Random(9);
    private final Directions directions = new Directions(SIZE, random);
    private final float[] pictures = directions.any();
    private final float[] texts = directions.at(pictures, 0.25);
    private final List<float[]> subjects =
            IntStream.range(0, SUBJECTS).mapToObj(i -> directions.any()).toList();

    @Override
    public String name() {
        return "neighbors";
    }

    @Override
    public List<Measurement> run() throws Exception {
        List<Embedding> byPicture =
                IntStream.range(0, QUERIES).mapToObj(i -> picture()).toList();
        List<Embedding> byText =
                IntStream.range(0, QUERIES).mapToObj(i -> text()).toList();
        var exactByPicture = new Exact(byPicture);
        var exactByText = new Exact(byText);
        try (TemporaryFolder folder = TemporaryFolder.create("index")) {
            Path file = folder.path().resolve("pictures");
            double building = 0;
            var measured = new ArrayList<Measurement>();
            try (FlatIndex index = FlatIndex.open(file, MODEL, SIZE)) {
                for (int from = 0; from < MANY; from += PORTION) {
                    List<Entry> entries = IntStream.range(from, from + PORTION)
                            .mapToObj(number -> new Entry(number, picture()))
                            .toList();
                    exactByPicture.see(entries);
                    exactByText.see(entries);
                    long begin = System.nanoTime();
                    index.put(entries);
                    building += (System.nanoTime() - begin) / 1e9;
                }
                measured.add(Measurement.alone("%,d x %d put into the index, s".formatted(MANY, SIZE), building));
                measured.addAll(measure("by a picture", index, byPicture, exactByPicture));
                measured.addAll(measure("by a text", index, byText, exactByText));
                measured.add(Measurement.alone("- where one in 1,000 is allowed, p50, ms", rare(index, byText)));
                measured.add(Measurement.alone("one more photo put and made durable, p50, ms", one(index)));
            }
            long begin = System.nanoTime();
            FlatIndex.open(file, MODEL, SIZE).close();
            measured.add(Measurement.alone("opened again, s", (System.nanoTime() - begin) / 1e9));
            return measured;
        }
    }

    private static List<Measurement> measure(String what, FlatIndex index, List<Embedding> queries, Exact exact)
            throws Exception {
        int found = 0;
        var durations = new ArrayList<Samples>();
        for (int i = 0; i < queries.size(); i++) {
            Embedding query = queries.get(i);
            var nearest = new ArrayList<Neighbor>();
            durations.add(Samples.of(1, () -> nearest.addAll(index.nearest(query, NEAREST))));
            List<Long> expected = exact.numbers(i);
            found += (int) nearest.stream()
                    .filter(neighbor -> expected.contains(neighbor.number()))
                    .count();
        }
        double recall = 100.0 * found / (queries.size() * NEAREST);
        return List.of(
                Measurement.alone(what + ": found of the ten nearest, %", recall),
                Measurement.alone("- p50, ms", Samples.joined(durations).percentile(50)));
    }

    private static double rare(FlatIndex index, List<Embedding> queries) throws Exception {
        return Samples.of(
                        20,
                        () -> index.rank(queries.getFirst(), number -> number % 1000 == 0)
                                .next(NEAREST))
                .percentile(50);
    }

    private double one(FlatIndex index) throws Exception {
        long[] number = {MANY};
        return Samples.of(20, () -> {
                    index.put(List.of(new Entry(number[0]++, picture())));
                    index.flush();
                    return number;
                })
                .percentile(50);
    }

    private Embedding picture() {
        float[] subject = subjects.get(random.nextInt(SUBJECTS));
        float[] scene = Directions.mixed(subject, 0.6, directions.any(), 0.8);
        return Embedding.of(Directions.mixed(pictures, 0.75, scene, 0.66));
    }

    private Embedding text() {
        float[] subject = subjects.get(random.nextInt(SUBJECTS));
        float[] meaning = Directions.mixed(subject, 0.6, directions.any(), 0.8);
        return Embedding.of(Directions.mixed(texts, 0.8, meaning, 0.6));
    }

    /** The nearest of all that were seen, found by comparing with each. */
    private static final class Exact {
        private final List<Embedding> queries;
        private final List<List<Neighbor>> nearest;

        Exact(List<Embedding> queries) {
            this.queries = queries;
            this.nearest = new ArrayList<>(
                    queries.stream().map(query -> List.<Neighbor>of()).toList());
        }

        void see(List<Entry> entries) {
            IntStream.range(0, queries.size()).parallel().forEach(query -> {
                var all = new ArrayList<>(nearest.get(query));
                for (Entry entry : entries) {
                    all.add(new Neighbor(entry.number(), queries.get(query).similarity(entry.embedding())));
                }
                all.sort((one, other) -> Double.compare(other.similarity(), one.similarity()));
                nearest.set(query, List.copyOf(all.subList(0, NEAREST)));
            });
        }

        List<Long> numbers(int query) {
            return nearest.get(query).stream().map(Neighbor::number).toList();
        }
    }
}
