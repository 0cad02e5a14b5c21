package app.heirloom.benchmarks.people;

import app.heirloom.benchmarks.face.FaceMixture;
import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.identity.Identification;
import app.heirloom.library.identity.Identified;
import app.heirloom.library.identity.IdentityTerms;
import app.heirloom.library.identity.KnownSets;
import app.heirloom.library.identity.picture.PicturedFace;
import app.heirloom.testkit.identity.SeenPictures;
import app.heirloom.vectors.face.NeighborFaceGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Identity sets of as many faces as one import had, and of a large library; and once more, when nothing is new. */
public final class IdentitySetBenchmark implements Benchmark {
    private static final ModelId MODEL = new ModelId("mixture");
    private static final int SIZE = 512;

    @Override
    public String name() {
        return "identity-sets";
    }

    @Override
    public List<Measurement> run() {
        identify(faces(5_000), KnownSets.NONE);
        var measured = new ArrayList<Measurement>();
        measured.addAll(measure(11_377));
        measured.addAll(measure(100_000));
        return measured;
    }

    private static List<Measurement> measure(int count) {
        List<PicturedFace> faces = faces(count);
        long begin = System.nanoTime();
        Identified first = identify(faces, KnownSets.NONE);
        long middle = System.nanoTime();
        var known = new KnownSets(
                first.founded(), List.of(), List.of(), first.founded().size());
        identify(faces, known);
        long end = System.nanoTime();
        String what = "%,d faces x %d in %,d identity sets, s"
                .formatted(count, SIZE, first.founded().size());
        return List.of(
                Measurement.alone(what, (middle - begin) / 1e9),
                Measurement.alone("- again, with nothing new, s", (end - middle) / 1e9));
    }

    private static List<PicturedFace> faces(int count) {
        var embeddings = FaceMixture.crowd(count, SIZE, 1);
        return IntStream.range(0, count)
                .mapToObj(i -> new PicturedFace(SeenPictures.picture("picture" + i, embeddings.get(i)), 0))
                .toList();
    }

    private static Identified identify(List<PicturedFace> faces, KnownSets known) {
        try (var graph = new NeighborFaceGraph(1 - IdentityTerms.DEFAULT.distance())) {
            return new Identification("ann", MODEL, IdentityTerms.DEFAULT, known, graph).run(faces);
        }
    }
}
