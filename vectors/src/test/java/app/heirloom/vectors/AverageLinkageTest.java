package app.heirloom.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.embedding.Embedding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AverageLinkageTest {
    private static final int ALL = 1_000;

    @Test
    void oneInBetweenJoinsNoTwoGroups() {
        // two groups at right angles and one vector half-way, alike to both
        var embeddings = new ArrayList<Embedding>();
        for (int i = 0; i < 5; i++) {
            embeddings.add(Embedding.of(new float[] {1, 0.01f * i}));
            embeddings.add(Embedding.of(new float[] {0.01f * i, 1}));
        }
        embeddings.add(Embedding.of(new float[] {1, 1}));
        int[] clusters = cluster(embeddings, 0.6f);
        assertThat(clusters[0]).isNotEqualTo(clusters[1]);
        assertThat(IntStream.of(clusters).distinct()).hasSize(2);
    }

    @Test
    void nothingMakesNoCluster() {
        assertThat(cluster(List.of(), 0.5f)).isEmpty();
        assertThat(cluster(List.of(Embedding.of(new float[] {1})), 0.5f)).containsExactly(0);
    }

    @RepeatedTest(20)
    void theOrderOfTheRowsDoesNotMatter(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Embedding> embeddings = people(random);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, embeddings.size()).boxed().toList());
        Collections.shuffle(order, random);
        int[] straight = cluster(embeddings, 0.5f);
        int[] mixed = cluster(order.stream().map(embeddings::get).toList(), 0.5f);
        Map<Integer, Integer> same = new HashMap<>();
        for (int i = 0; i < mixed.length; i++) {
            int expected = straight[order.get(i)];
            assertThat(same.merge(mixed[i], expected, (before, now) -> before)).isEqualTo(expected);
        }
        assertThat(same.values()).doesNotHaveDuplicates();
    }

    @RepeatedTest(10)
    void agreesWithTheDefinition(RepetitionInfo repetition) {
        List<Embedding> embeddings = people(new Random(100 + repetition.getCurrentRepetition()));
        ClusterScores scores = ClusterScores.of(cluster(embeddings, 0.5f), byDefinition(embeddings, 0.5));
        assertThat(scores.pairs().f1()).isEqualTo(1);
    }

    /** Tries all pairs of clusters and all pairs of their members, again and again. */
    private static int[] byDefinition(List<Embedding> embeddings, double threshold) {
        var clusters = new ArrayList<List<Integer>>();
        IntStream.range(0, embeddings.size()).forEach(row -> clusters.add(new ArrayList<>(List.of(row))));
        while (true) {
            double best = threshold;
            int one = -1;
            int other = -1;
            for (int i = 0; i < clusters.size(); i++) {
                for (int j = i + 1; j < clusters.size(); j++) {
                    double mean = mean(embeddings, clusters.get(i), clusters.get(j));
                    if (mean > best) {
                        best = mean;
                        one = i;
                        other = j;
                    }
                }
            }
            if (one < 0) {
                break;
            }
            clusters.get(one).addAll(clusters.remove(other));
        }
        int[] numbers = new int[embeddings.size()];
        for (int number = 0; number < clusters.size(); number++) {
            for (int row : clusters.get(number)) {
                numbers[row] = number;
            }
        }
        return numbers;
    }

    private static double mean(List<Embedding> embeddings, List<Integer> one, List<Integer> other) {
        return one.stream()
                .flatMapToDouble(row ->
                        other.stream().mapToDouble(column -> embeddings.get(row).similarity(embeddings.get(column))))
                .average()
                .orElse(0);
    }

    /** Clouds around a few directions that are not far from each other. */
    private static List<Embedding> people(Random random) {
        var embeddings = new ArrayList<Embedding>();
        for (int person = 0; person < 8; person++) {
            float[] center = noise(random, 16, 1);
            for (int photo = 0; photo < 1 + random.nextInt(8); photo++) {
                float[] face = noise(random, 16, 0.5f);
                for (int i = 0; i < face.length; i++) {
                    face[i] += center[i];
                }
                embeddings.add(Embedding.of(face));
            }
        }
        return embeddings;
    }

    private static float[] noise(Random random, int size, float scale) {
        float[] noise = new float[size];
        for (int i = 0; i < size; i++) {
            noise[i] = scale * (float) random.nextGaussian();
        }
        return noise;
    }

    private static int[] cluster(List<Embedding> embeddings, float threshold) {
        Vectors vectors = Vectors.of(embeddings);
        return AverageLinkage.cluster(vectors, NeighborGraph.of(vectors, ALL, -1), threshold);
    }
}
