package app.heirloom.vectors.face;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.recognition.gathering.FaceSample;
import app.heirloom.library.recognition.gathering.Gathering;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import app.heirloom.library.recognition.gathering.Ties;
import app.heirloom.vectors.ClusterScores;
import app.heirloom.vectors.Vectors;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Faces of which one knows whose they are, gathered in our way and in two others that ours is held against. */
public final class LabeledFaces {
    private static final FaceQuality GOOD = new FaceQuality(1_000, 1, 1, 1);
    private static final int NOBODY = -1;

    private final List<Embedding> embeddings;
    private final int[] truths;
    private final Vectors vectors;

    /** @param truths for each face whose it is, by number */
    public LabeledFaces(List<Embedding> embeddings, int[] truths) {
        this.embeddings = List.copyOf(embeddings);
        this.truths = truths.clone();
        this.vectors = Vectors.of(embeddings);
    }

    public int size() {
        return truths.length;
    }

    /** As the server gathers people; who is alone is somebody of their own. */
    public ClusterScores gathered(double likeness) {
        Map<FaceId, Integer> rows = new HashMap<>();
        var samples = new ArrayList<FaceSample>();
        for (Embedding embedding : embeddings) {
            var id = new FaceId(new UUID(0, samples.size()));
            rows.put(id, samples.size());
            samples.add(new FaceSample(id, new AssetId(id.value()), embedding, GOOD, Instant.EPOCH));
        }
        try (var graph = new NeighborFaceGraph(likeness)) {
            graph.put(samples);
            Gathering gathering = graph.gather(Ties.NONE, new GatheringSettings(likeness, 1));
            int[] people = new int[truths.length];
            for (int person = 0; person < gathering.groups().size(); person++) {
                for (FaceId face : gathering.groups().get(person)) {
                    people[rows.getOrDefault(face, 0)] = person;
                }
            }
            return ClusterScores.of(people, truths);
        }
    }

    /** Faces that are connected over faces at least so alike are one person. */
    public ClusterScores connected(double similarity) {
        int[] parents = new int[truths.length];
        Arrays.setAll(parents, row -> row);
        for (int row = 0; row < parents.length; row++) {
            for (int other = 0; other < row; other++) {
                if (vectors.similarity(row, other) >= similarity) {
                    parents[root(parents, row)] = root(parents, other);
                }
            }
        }
        int[] people = new int[truths.length];
        Arrays.setAll(people, row -> root(parents, row));
        return ClusterScores.of(people, truths);
    }

    private static int root(int[] parents, int row) {
        int root = row;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /**
     * Faces are taken one after the other, as DBSCAN takes points: each joins the person of the nearest face that has one,
     * or becomes a new person when it has enough faces around it. One with too few waits until all have been seen once.
     *
     * @param distance one minus the similarity, up to which faces are around another
     * @param least how many faces, itself included, are enough
     */
    public ClusterScores asTheyCome(double distance, int least) {
        int[] people = new int[truths.length];
        Arrays.fill(people, NOBODY);
        boolean[] waited = new boolean[truths.length];
        Deque<Integer> queue = new ArrayDeque<>();
        for (int row = 0; row < truths.length; row++) {
            queue.add(row);
        }
        int found = 0;
        while (!queue.isEmpty()) {
            int row = queue.remove();
            List<Integer> around = around(row, (float) (1 - distance));
            if (around.size() < least && !waited[row]) {
                waited[row] = true;
                queue.add(row);
            } else {
                people[row] = around.stream()
                        .map(other -> people[other])
                        .filter(person -> person != NOBODY)
                        .findFirst()
                        .orElse(NOBODY);
                if (people[row] == NOBODY && around.size() >= least) {
                    people[row] = found++;
                }
            }
        }
        for (int row = 0; row < people.length; row++) {
            people[row] = people[row] == NOBODY ? found++ : people[row];
        }
        return ClusterScores.of(people, truths);
    }

    private List<Integer> around(int row, float similarity) {
        var around = new ArrayList<Integer>();
        for (int other = 0; other < truths.length; other++) {
            if (vectors.similarity(row, other) >= similarity) {
                around.add(other);
            }
        }
        around.sort((one, other) -> Float.compare(vectors.similarity(row, other), vectors.similarity(row, one)));
        return around;
    }
}
