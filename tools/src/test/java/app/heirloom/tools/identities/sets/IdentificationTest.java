package app.heirloom.tools.identities.sets;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceBounds;
import app.heirloom.library.face.FaceFinder.Found;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.identity.Identification;
import app.heirloom.library.identity.Identified;
import app.heirloom.library.identity.IdentitySet;
import app.heirloom.library.identity.IdentityTerms;
import app.heirloom.library.identity.KnownSets;
import app.heirloom.library.identity.picture.FaceKey;
import app.heirloom.library.identity.picture.PicturedFace;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.vectors.face.NeighborFaceGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** With the graph that the product uses. */
class IdentificationTest {
    private static final ModelId MODEL = new ModelId("model");
    private final ManyFaces faces = new ManyFaces();

    @Test
    void makesASetOfEachPerson() {
        Identified found = identify(KnownSets.NONE, faces.of("ann", 10), faces.of("bea", 8));
        assertThat(found.founded()).extracting(IdentitySet::number).containsExactly(1, 2);
        assertThat(found.founded()).extracting(set -> set.faces().size()).containsExactly(10, 8);
        assertThat(pictures(found.founded().getFirst())).allMatch(picture -> picture.startsWith("ann"));
    }

    @Test
    void theOrderInWhichFacesComeDoesNotMatter() {
        List<PicturedFace> all = new ArrayList<>(faces.of("ann", 10));
        all.addAll(faces.of("bea", 10));
        Identified one = identify(KnownSets.NONE, all);
        Collections.shuffle(all, new Random(7));
        Identified other = identify(KnownSets.NONE, all);
        assertThat(other.founded())
                .extracting(IdentitySet::faces)
                .isEqualTo(one.founded().stream().map(IdentitySet::faces).toList());
    }

    @Test
    void aSecondRunChangesNothing() {
        List<PicturedFace> all = List.copyOf(faces.of("ann", 10));
        Identified first = identify(KnownSets.NONE, all, faces.noise(40));
        Identified second = identify(known(first.founded(), List.of(), 1), all, faces.noise(40));
        assertThat(second.founded()).isEmpty();
        assertThat(second.grown()).isEmpty();
        assertThat(second.counts().known()).isEqualTo(10);
        assertThat(second.covered()).containsEntry(1, 10);
    }

    @Test
    void numbersGoOnAfterTheHighestThatEverWas() {
        Identified found = identify(known(List.of(), List.of(), 17), faces.of("ann", 10));
        assertThat(found.founded()).extracting(IdentitySet::number).containsExactly(18);
    }

    @Test
    void newFacesJoinTheSetTheyLookLike() {
        List<PicturedFace> all = faces.of("ann", 12);
        IdentitySet set = identify(KnownSets.NONE, all.subList(0, 8)).founded().getFirst();
        Identified later = identify(known(List.of(set), List.of(), 1), all);
        assertThat(later.founded()).isEmpty();
        assertThat(later.grown()).singleElement().satisfies(grown -> {
            assertThat(grown.number()).isEqualTo(1);
            assertThat(grown.faces()).hasSize(12);
            assertThat(grown.anchors()).isEqualTo(set.anchors());
        });
    }

    @Test
    void facesOfAnotherUsersPersonAreCoveredAndStayApart() {
        IdentitySet foreign =
                identify(KnownSets.NONE, faces.of("ann", 8)).founded().getFirst();
        var known = new KnownSets(List.of(), List.of(), List.of(foreign), 1);
        Identified found = identify(known, faces.of("ann", 12).subList(8, 12), faces.of("bea", 6));
        assertThat(found.covered()).containsEntry(1, 4);
        assertThat(found.grown()).isEmpty();
        assertThat(found.founded()).extracting(IdentitySet::number).containsExactly(2);
        assertThat(found.counts().foreign()).isEqualTo(4);
    }

    @Test
    void poorFacesAreInNoSet() {
        List<PicturedFace> small = faces.small("ann", 10);
        Identified found = identify(KnownSets.NONE, small);
        assertThat(found.founded()).isEmpty();
        assertThat(found.counts().poor()).isEqualTo(10);
    }

    @Test
    void tooFewFacesWait() {
        assertThat(identify(KnownSets.NONE, faces.of("ann", 5)).founded()).isEmpty();
        assertThat(identify(KnownSets.NONE, faces.of("ann", 6)).founded()).hasSize(1);
    }

    @Test
    void aThinSetGrowsUnderItsNumber() {
        List<PicturedFace> all = faces.of("ann", 12);
        IdentitySet thin = identify(KnownSets.NONE, all.subList(0, 6)).founded().getFirst();
        Identified found = identify(known(List.of(), List.of(thin), 4), all);
        assertThat(found.founded()).isEmpty();
        assertThat(found.grown()).singleElement().satisfies(grown -> {
            assertThat(grown.number()).isEqualTo(thin.number());
            assertThat(grown.faces()).hasSize(12);
        });
    }

    @Test
    void thinSetsOfOnePersonBecomeOne() {
        List<PicturedFace> all = faces.of("ann", 12);
        IdentitySet one = identify(KnownSets.NONE, all.subList(0, 6)).founded().getFirst();
        IdentitySet two = identify(known(List.of(), List.of(), 1), all.subList(6, 12))
                .founded()
                .getFirst();
        Identified found = identify(known(List.of(), List.of(one, two), 2), all);
        assertThat(found.absorbed()).containsEntry(2, 1);
        assertThat(found.grown())
                .singleElement()
                .satisfies(set -> assertThat(set.without(2)).isEqualTo(one));
    }

    @Test
    void ofTwoFacesOnOnePictureOneJoins() {
        List<PicturedFace> all = new ArrayList<>(faces.of("ann", 8));
        IdentitySet set = identify(KnownSets.NONE, all).founded().getFirst();
        all.addAll(faces.together("pair", "ann", "ann"));
        Identified found = identify(known(List.of(set), List.of(), 1), all);
        assertThat(found.grown())
                .singleElement()
                .satisfies(grown -> assertThat(grown.faces()).hasSize(9));
        assertThat(found.counts().alone()).isEqualTo(1);
    }

    @Test
    void facesThatPicturesShowTwiceDoNotPartTheirPerson() {
        List<PicturedFace> twice = new ArrayList<>();
        for (PicturedFace face : faces.of("ann", 12)) {
            SeenPicture seen = face.picture();
            twice.addAll(PicturedFace.on(new SeenPicture(
                    seen.sha256(), seen.paths(), seen.shape(), seen.origins(), List.of(face.found(), poorer(face)))));
        }
        Identified found = identify(KnownSets.NONE, twice);
        assertThat(found.founded())
                .singleElement()
                .satisfies(set -> assertThat(set.keys())
                        .hasSize(12)
                        .allSatisfy(key -> assertThat(key.index()).isZero()));
        assertThat(found.counts().poor()).isEqualTo(12);
        Identified again = identify(known(found.founded(), List.of(), 1), twice);
        assertThat(again.counts()).isEqualTo(new Identified.Counts(12, 0, 0, 0, 12, 0));
    }

    /** The same face in a box of its own, a little smaller. */
    private static Found poorer(PicturedFace face) {
        var bounds = new FaceBounds(2000, 100, 2190, 310);
        return new Found(
                new DetectedFace(bounds, face.found().face().landmarks(), 0.9f),
                new FaceQuality(190, 0.8f, 0.9f, 0.9f),
                face.embedding());
    }

    @Test
    void allFacesAreCountedOnce() {
        List<PicturedFace> ann = faces.of("ann", 10);
        IdentitySet set = identify(KnownSets.NONE, ann.subList(0, 7)).founded().getFirst();
        Identified found = identify(
                known(List.of(set), List.of(), 1), ann, faces.of("bea", 7), faces.small("cid", 3), faces.noise(9));
        var counts = found.counts();
        assertThat(counts).isEqualTo(new Identified.Counts(7, 3, 0, 7, 3, 9));
        assertThat(counts.all()).isEqualTo(29);
    }

    @SafeVarargs
    private static Identified identify(KnownSets known, List<PicturedFace>... faces) {
        List<PicturedFace> all = new ArrayList<>();
        for (List<PicturedFace> some : faces) {
            all.addAll(some);
        }
        try (var graph = new NeighborFaceGraph(1 - IdentityTerms.DEFAULT.distance())) {
            return new Identification("ann", MODEL, IdentityTerms.DEFAULT, known, graph).run(all);
        }
    }

    private static KnownSets known(List<IdentitySet> canonical, List<IdentitySet> thin, int last) {
        return new KnownSets(canonical, thin, List.of(), last);
    }

    private static Set<String> pictures(IdentitySet set) {
        Set<String> pictures = new HashSet<>();
        set.keys().stream().map(FaceKey::picture).map(ManyFaces::nameOf).forEach(pictures::add);
        return pictures;
    }
}
