package app.heirloom.vectors.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.EmbeddingIndex.Entry;
import app.heirloom.library.embedding.EmbeddingIndex.Neighbor;
import app.heirloom.library.embedding.EmbeddingIndex.Ranking;
import app.heirloom.library.embedding.ModelId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatIndexTest {
    private static final ModelId MODEL = new ModelId("tiny");
    private static final int DIMENSIONS = 32;
    /** More than the first portion holds, so that codes decide. */
    private static final int MANY = 20_000;

    @TempDir
    Path directory;

    private final Random random = new Random(3);

    @Test
    void findsTheNearestAmongMany() {
        List<Entry> entries = entries(MANY);
        try (FlatIndex index = open()) {
            put(index, entries);
            int found = 0;
            for (int i = 0; i < 20; i++) {
                Embedding query = near(entries.get(i * 500).embedding());
                List<Long> expected = exact(entries, query, number -> true).subList(0, 10);
                found += (int) index.nearest(query, 10).stream()
                        .map(Neighbor::number)
                        .filter(expected::contains)
                        .count();
            }
            assertThat(found).as("of 200").isGreaterThan(190);
        }
    }

    @Test
    void isExactWhereFewAreAllowed() {
        List<Entry> entries = entries(MANY);
        try (FlatIndex index = open()) {
            put(index, entries);
            LongPredicate rare = number -> number % 50 == 7;
            Embedding query = near(entries.get(3).embedding());
            assertThat(index.rank(query, rare).next(Integer.MAX_VALUE))
                    .extracting(Neighbor::number)
                    .isEqualTo(exact(entries, query, rare));
        }
    }

    @Test
    void pagesOfAnySizeMakeTheSameWhole() {
        List<Entry> entries = entries(MANY);
        Embedding query = near(entries.get(5).embedding());
        try (FlatIndex index = open()) {
            put(index, entries);
            List<Neighbor> whole = index.nearest(query, MANY + 1);
            assertThat(whole.stream().map(Neighbor::number).distinct()).hasSize(MANY);
            Ranking ranking = index.rank(query, number -> true);
            var pages = new ArrayList<Neighbor>();
            for (int size : new int[] {1, 99, 3_000, 5_500, 12_000}) {
                pages.addAll(ranking.next(size));
            }
            assertThat(pages).isEqualTo(whole);
            assertThat(ranking.next(1)).isEmpty();
        }
    }

    @Test
    void equallyNearOnesComeByNumber() {
        Embedding same = entries(1).getFirst().embedding();
        try (FlatIndex index = open()) {
            index.put(List.of(new Entry(9, same), new Entry(2, same), new Entry(5, same)));
            assertThat(index.nearest(same, 3)).extracting(Neighbor::number).containsExactly(2L, 5L, 9L);
        }
    }

    @Test
    void replacesAndRemovesAlsoOutOfOrder() {
        List<Entry> entries = entries(20);
        try (FlatIndex index = open()) {
            index.put(entries.subList(10, 20));
            index.put(entries.subList(0, 10));
            index.put(List.of(new Entry(15, entries.get(3).embedding())));
            index.remove(List.of(3L, 4L, 4711L));
            index.remove(List.of(4L));
        }
        try (FlatIndex index = open()) {
            assertThat(index.size()).isEqualTo(18);
            assertThat(index.highest()).hasValue(19);
            assertThat(index.numbers())
                    .containsExactlyInAnyOrderElementsOf(LongStream.range(0, 20)
                            .filter(number -> number != 3 && number != 4)
                            .boxed()
                            .toList());
            assertThat(index.nearest(entries.get(3).embedding(), 1))
                    .extracting(Neighbor::number)
                    .containsExactly(15L);
        }
    }

    @Test
    void leavesNothingOfWhatIsGone() throws IOException {
        List<Entry> entries = entries(50);
        Embedding replaced = entries.get(20).embedding();
        Embedding removed = entries.get(49).embedding();
        try (FlatIndex index = open()) {
            index.put(entries);
            index.put(List.of(new Entry(20, entries.get(3).embedding())));
            index.remove(List.of(49L));
            assertThat(written()).contains(text(replaced)).contains(text(removed));
            index.flush();
            assertThat(written())
                    .doesNotContain(text(replaced))
                    .doesNotContain(text(removed))
                    .contains(text(entries.get(48).embedding()));
            assertThat(codeOf(49)).containsOnly(0);
            assertThat(codeOf(48)).isNotEqualTo(codeOf(49));
        }
        try (FlatIndex index = open()) {
            assertThat(index.size()).isEqualTo(49);
            assertThat(index.highest()).hasValue(49);
            assertThat(index.nearest(entries.get(3).embedding(), 2))
                    .extracting(Neighbor::number)
                    .containsExactly(3L, 20L);
        }
    }

    @Test
    void leavesNothingOfWhatWentBeforeItWasOpenedOrAfterItWasFlushed() throws IOException {
        List<Entry> entries = entries(50);
        try (FlatIndex index = open()) {
            index.put(entries);
            index.remove(List.of(10L));
            index.flush();
            index.remove(List.of(11L));
        }
        assertThat(written()).contains(text(entries.get(11).embedding()));
        try (FlatIndex index = open()) {
            index.flush();
            assertThat(written()).doesNotContain(text(entries.get(11).embedding()));
            index.remove(List.of(12L));
            index.flush();
            assertThat(written()).doesNotContain(text(entries.get(12).embedding()));
        }
        try (FlatIndex index = open()) {
            assertThat(index.size()).isEqualTo(47);
            assertThat(index.highest()).hasValue(49);
        }
    }

    @Test
    void staysCompactWhenAllIsReplacedAgainAndAgain() throws IOException {
        List<Entry> entries = entries(3_000);
        try (FlatIndex index = open()) {
            for (int round = 0; round < 6; round++) {
                index.put(entries);
            }
            assertThat(index.size()).isEqualTo(3_000);
            assertThat(index.nearest(entries.get(7).embedding(), 1))
                    .extracting(Neighbor::number)
                    .containsExactly(7L);
        }
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aRankingOutlivesChanges() {
        List<Entry> entries = entries(6_000);
        try (FlatIndex index = open()) {
            index.put(entries.subList(0, 5_000));
            Ranking ranking = index.rank(entries.getFirst().embedding(), number -> true);
            assertThat(ranking.next(10)).hasSize(10);
            for (int round = 0; round < 3; round++) {
                index.put(entries);
            }
            assertThat(ranking.next(1_000)).hasSize(1_000);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 79, 80, 81, 4_000})
    void aTornTailIsLeftOut(int bytes) throws IOException {
        List<Entry> entries = entries(100);
        Path copy = directory.resolve("copy");
        try (FlatIndex index = open()) {
            index.put(entries.subList(0, 50));
            index.flush();
            index.put(entries.subList(50, 100));
            // what a crash leaves: the files as they are, of the last ones only a part
            Files.copy(file(), copy);
            Files.copy(vectors(), directory.resolve("copy.1"));
        }
        try (var file = new RandomAccessFile(copy.toFile(), "rw")) {
            int written = IndexHeader.size(DIMENSIONS) + 16 + 100 * Generation.RECORD;
            file.seek(written - bytes);
            file.write(new byte[bytes]);
        }
        try (FlatIndex index = FlatIndex.open(copy, MODEL, DIMENSIONS)) {
            int left = 100 - Math.ceilDiv(bytes, Generation.RECORD);
            assertThat(index.size()).isEqualTo(left);
            assertThat(index.highest()).hasValue(left - 1);
            index.put(entries.subList(left, 100));
            assertThat(index.nearest(entries.get(99).embedding(), 1))
                    .extracting(Neighbor::number)
                    .containsExactly(99L);
        }
    }

    @Test
    void vectorsThatWereNotWrittenAreNotBelieved() throws IOException {
        List<Entry> entries = entries(100);
        Path copy = directory.resolve("copy");
        try (FlatIndex index = open()) {
            index.put(entries);
            Files.copy(file(), copy);
            Files.copy(vectors(), directory.resolve("copy.1"));
        }
        try (var file = new RandomAccessFile(directory.resolve("copy.1").toFile(), "rw")) {
            file.seek(60L * DIMENSIONS * Float.BYTES + 5);
            file.write(77);
        }
        try (FlatIndex index = FlatIndex.open(copy, MODEL, DIMENSIONS)) {
            assertThat(index.highest()).hasValue(59);
        }
    }

    @Test
    void damageBeginsAnew() throws IOException {
        try (FlatIndex index = open()) {
            index.put(entries(100));
        }
        try (var file = new RandomAccessFile(file().toFile(), "rw")) {
            file.seek(IndexHeader.size(DIMENSIONS) + 16 + 10L * Generation.RECORD + 30);
            file.write(new byte[] {1, 2, 3});
        }
        assertEmptyAndUsable(MODEL, DIMENSIONS);
    }

    @Test
    void missingVectorsBeginAnew() throws IOException {
        try (FlatIndex index = open()) {
            index.put(entries(100));
        }
        Files.delete(vectors());
        assertEmptyAndUsable(MODEL, DIMENSIONS);
    }

    @Test
    void anotherModelOrAnotherSizeBeginsAnew() {
        try (FlatIndex index = open()) {
            index.put(entries(100));
        }
        assertEmptyAndUsable(new ModelId("other"), DIMENSIONS);
        assertEmptyAndUsable(new ModelId("other"), 2 * DIMENSIONS);
    }

    @Test
    void garbageBeginsAnew() throws IOException {
        byte[] garbage = new byte[5_000];
        random.nextBytes(garbage);
        Files.write(file(), garbage);
        assertEmptyAndUsable(MODEL, DIMENSIONS);
    }

    @Test
    void embeddingsOfAnotherSizeAreRefused() {
        try (FlatIndex index = open()) {
            assertThatThrownBy(() -> index.put(List.of(new Entry(1, Embedding.of(new float[] {1, 2})))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(index.size()).isZero();
        }
    }

    private void assertEmptyAndUsable(ModelId model, int dimensions) {
        try (FlatIndex index = FlatIndex.open(file(), model, dimensions)) {
            assertThat(index.size()).isZero();
            assertThat(index.highest()).isEmpty();
            Embedding embedding = random(dimensions);
            assertThat(index.nearest(embedding, 1)).isEmpty();
            index.put(List.of(new Entry(1, embedding)));
            assertThat(index.nearest(embedding, 5)).hasSize(1);
        }
    }

    /** The vectors on disk, one character for each byte. */
    private String written() throws IOException {
        return Files.readString(vectors(), StandardCharsets.ISO_8859_1);
    }

    private static String text(Embedding embedding) {
        float[] values = embedding.values();
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return new String(bytes.array(), StandardCharsets.ISO_8859_1);
    }

    private byte[] codeOf(int slot) throws IOException {
        int at = IndexHeader.size(DIMENSIONS) + 16 + slot * Generation.RECORD;
        return Arrays.copyOfRange(Files.readAllBytes(file()), at + Generation.CODE, at + Generation.RECORD);
    }

    private static List<Long> exact(List<Entry> entries, Embedding query, LongPredicate allowed) {
        return entries.stream()
                .filter(entry -> allowed.test(entry.number()))
                .sorted(Comparator.comparingDouble((Entry entry) -> -query.similarity(entry.embedding()))
                        .thenComparingLong(Entry::number))
                .map(Entry::number)
                .toList();
    }

    private static void put(FlatIndex index, List<Entry> entries) {
        for (int from = 0; from < entries.size(); from += 1_000) {
            index.put(entries.subList(from, Math.min(from + 1_000, entries.size())));
        }
    }

    private List<Entry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Entry(number, random(DIMENSIONS)))
                .toList();
    }

    /** In a cone, as embeddings of pictures are. */
    private Embedding random(int dimensions) {
        float[] values = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            values[i] = (float) random.nextGaussian() + (i == 0 ? 5 : 0);
        }
        return Embedding.of(values);
    }

    private Embedding near(Embedding embedding) {
        float[] values = embedding.values();
        for (int i = 0; i < values.length; i++) {
            values[i] += 0.03f * (float) random.nextGaussian();
        }
        return Embedding.of(values);
    }

    private FlatIndex open() {
        return FlatIndex.open(file(), MODEL, DIMENSIONS);
    }

    private Path file() {
        return directory.resolve("index");
    }

    private Path vectors() {
        return directory.resolve("index.1");
    }
}
