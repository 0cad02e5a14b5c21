package app.heirloom.vectors.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.profile.Birth;
import app.heirloom.library.recognition.gathering.FaceSample;
import app.heirloom.library.recognition.gathering.Gathering;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import app.heirloom.library.recognition.gathering.Ties;
import app.heirloom.library.recognition.gathering.Ties.Pair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FaceGraphTest {
    private static final double LIKENESS = 0.5;
    private static final GatheringSettings SETTINGS = new GatheringSettings(LIKENESS, 2);
    private static final FaceQuality GOOD = MadeFaces.GOOD;
    private static final FaceQuality POOR = new FaceQuality(20, 0.05f, 0.1f, 0.5f);

    private final NeighborFaceGraph graph = new NeighborFaceGraph(LIKENESS);
    private MadeFaces made = new MadeFaces(5);

    @RepeatedTest(12)
    void theSameFacesMakeTheSamePeopleHoweverTheyCame(RepetitionInfo repetition) {
        made = new MadeFaces(repetition.getCurrentRepetition());
        List<FaceSample> faces = crowd(12, 60);
        Ties ties = ties(faces);
        graph.put(faces);
        Gathering expected = graph.gather(ties, SETTINGS);
        assertThat(expected.groups()).hasSizeGreaterThan(5);

        List<FaceSample> mixed = new ArrayList<>(faces);
        Collections.shuffle(mixed, made.random);
        try (var oneByOne = new NeighborFaceGraph(LIKENESS);
                var inParts = new NeighborFaceGraph(LIKENESS)) {
            mixed.forEach(face -> oneByOne.put(List.of(face)));
            Gathering gathering = oneByOne.gather(ties, SETTINGS);
            assertThat(gathering.groups().equals(expected.groups())).isTrue();
            assertThat(gathering.alone().equals(expected.alone())).isTrue();
            assertThat(gathering.resemblances()).isEqualTo(expected.resemblances());

            List<FaceSample> passing = crowd(4, 60);
            inParts.put(passing.subList(0, passing.size() / 2));
            inParts.put(mixed.subList(0, 100));
            inParts.put(passing);
            inParts.put(mixed);
            inParts.remove(passing.stream().map(FaceSample::id).toList());
            assertThat(inParts.size()).isEqualTo(faces.size());
            assertThat(inParts.gather(ties, SETTINGS)).isEqualTo(expected);
        }
    }

    @RepeatedTest(5)
    void newIdsDoNotChangePeople(RepetitionInfo repetition) {
        made = new MadeFaces(repetition.getCurrentRepetition());
        List<FaceSample> faces = crowd(10, 20);
        graph.put(faces);
        List<FaceSample> anew = faces.stream()
                .map(face -> new FaceSample(
                        FaceId.random(), face.asset(), face.embedding(), face.quality(), face.captured()))
                .toList();
        try (var other = new NeighborFaceGraph(LIKENESS)) {
            other.put(anew);
            List<FaceId> before = faces.stream().map(FaceSample::id).toList();
            List<FaceId> after = anew.stream().map(FaceSample::id).toList();
            List<List<FaceId>> renamed = other.gather(Ties.NONE, SETTINGS).groups().stream()
                    .map(group -> group.stream()
                            .map(id -> before.get(after.indexOf(id)))
                            .toList())
                    .toList();
            assertThat(renamed).isEqualTo(graph.gather(Ties.NONE, SETTINGS).groups());
        }
    }

    @RepeatedTest(8)
    void gatheringAroundSomeIsGatheringAllAndLookingAtThese(RepetitionInfo repetition) {
        made = new MadeFaces(50 + repetition.getCurrentRepetition());
        List<FaceSample> faces = crowd(12, 30);
        Ties ties = ties(faces);
        graph.put(faces);
        Gathering all = graph.gather(ties, SETTINGS);
        List<FaceId> touched = IntStream.range(0, 3)
                .mapToObj(i -> faces.get(made.random.nextInt(faces.size())).id())
                .toList();
        Gathering around = graph.gatherAround(touched, ties, SETTINGS);

        Set<FaceId> seen = around.groups().stream().flatMap(List::stream).collect(Collectors.toSet());
        seen.addAll(around.alone());
        assertThat(seen).containsAll(touched);
        assertThat(around.groups())
                .isEqualTo(all.groups().stream()
                        .filter(group -> touches(group, seen))
                        .toList());
        assertThat(around.alone())
                .isEqualTo(all.alone().stream().filter(seen::contains).toList());
        assertThat(named(around))
                .isEqualTo(named(all).stream()
                        .filter(pair -> seen.contains(pair.getFirst()))
                        .toList());
    }

    @Test
    void lookAlikesStayTwo() {
        float[] one = made.direction();
        List<FaceSample> faces = new ArrayList<>(made.person(one, 12, 0.85));
        faces.addAll(made.person(made.turned(one, 0.65), 12, 0.85));
        graph.put(faces);
        Gathering gathering = graph.gather(Ties.NONE, SETTINGS);
        assertThat(sets(gathering)).containsExactlyInAnyOrder(ids(faces.subList(0, 12)), ids(faces.subList(12, 24)));
        assertThat(gathering.resemblances()).singleElement().satisfies(alike -> {
            assertThat(alike.one()).isZero();
            assertThat(alike.other()).isEqualTo(1);
            assertThat(alike.similarity()).isBetween(0.4, 0.7);
        });
    }

    @Test
    void aChainOfFacesInBetweenJoinsNoTwo() {
        float[] one = made.direction();
        float[] other = made.turned(one, 0);
        List<FaceSample> faces = new ArrayList<>(made.person(one, 15, 0.9));
        faces.addAll(made.person(other, 15, 0.9));
        for (int step = 1; step < 6; step++) {
            faces.add(made.face(MadeFaces.mixed(one, 6 - step, other, step), GOOD));
        }
        graph.put(faces);
        assertThat(graph.gather(Ties.NONE, SETTINGS).groups())
                .noneMatch(group ->
                        touches(group, ids(faces.subList(0, 15))) && touches(group, ids(faces.subList(15, 30))));
    }

    @Test
    void largePeopleWhoseFacesHaveEnoughNeighborsOfTheirOwnKindAreStillOne() {
        float[] one = made.direction();
        List<FaceSample> faces = new ArrayList<>(made.person(one, 80, 0.95));
        faces.addAll(made.person(made.turned(one, 0.85), 80, 0.95));
        graph.put(faces);
        assertThat(sets(graph.gather(Ties.NONE, SETTINGS))).containsExactly(ids(faces));
    }

    @Test
    void poorFacesJoinButMakeNothing() {
        float[] one = made.direction();
        float[] other = made.turned(one, 0);
        List<FaceSample> good = made.person(one, 5, 0.9);
        FaceSample joining = made.face(made.near(one, 0.85), POOR);
        FaceSample between = made.face(MadeFaces.mixed(one, 1, other, 1.2f), POOR);
        List<FaceSample> others = made.person(other, 5, 0.9);
        float[] third = made.direction();
        List<FaceSample> poor =
                List.of(made.face(made.near(third, 0.95), POOR), made.face(made.near(third, 0.95), POOR));
        graph.put(good);
        graph.put(others);
        graph.put(poor);
        graph.put(List.of(joining, between));
        Gathering gathering = graph.gather(Ties.NONE, SETTINGS);
        assertThat(gathering.groups()).hasSize(2);
        assertThat(gathering.alone()).containsAll(ids(poor));
        assertThat(groupOf(gathering, good.getFirst())).contains(joining.id());
        assertThat(groupOf(gathering, good.getFirst()))
                .doesNotContain(others.getFirst().id());
    }

    @Test
    void twoFacesOfOnePhotoAreTwoPeople() {
        float[] one = made.direction();
        List<FaceSample> faces = new ArrayList<>(made.person(one, 6, 0.95));
        FaceSample twin = new FaceSample(
                FaceId.random(), faces.getFirst().asset(), Embedding.of(made.near(one, 0.95)), GOOD, Instant.EPOCH);
        FaceSample poorTwin = new FaceSample(
                FaceId.random(), faces.getFirst().asset(), Embedding.of(made.near(one, 0.95)), POOR, Instant.EPOCH);
        faces.addAll(List.of(twin, poorTwin));
        graph.put(faces);
        Gathering gathering = graph.gather(Ties.NONE, SETTINGS);
        assertThat(gathering.groups())
                .hasSizeLessThanOrEqualTo(2)
                .allSatisfy(group -> assertThat(group.stream()
                                .filter(id -> Set.of(faces.getFirst().id(), twin.id(), poorTwin.id())
                                        .contains(id)))
                        .hasSizeLessThanOrEqualTo(1));
    }

    @Test
    void whatWasTiedByHandStaysTied() {
        List<FaceSample> one = made.person(made.direction(), 6, 0.95);
        List<FaceSample> other = made.person(made.direction(), 6, 0.95);
        FaceSample stranger = made.face(made.direction(), POOR);
        graph.put(one);
        graph.put(other);
        graph.put(List.of(stranger));
        List<FaceId> tied = List.of(one.getFirst().id(), other.getFirst().id(), stranger.id());
        Pair apart = new Pair(one.get(1).id(), one.get(2).id());
        Gathering gathering = graph.gather(new Ties(List.of(tied), List.of(apart)), SETTINGS);
        assertThat(groupOf(gathering, stranger)).containsAll(tied);
        assertThat(groupOf(gathering, one.get(1))).doesNotContain(one.get(2).id());
        assertThat(graph.gatherAround(List.of(stranger.id()), new Ties(List.of(tied), List.of(apart)), SETTINGS))
                .isEqualTo(gathering);
    }

    @Test
    void sameWinsOverDifferent() {
        List<FaceSample> faces = made.person(made.direction(), 2, 0.95);
        graph.put(faces);
        List<FaceId> ids = faces.stream().map(FaceSample::id).toList();
        var ties = new Ties(List.of(ids), List.of(new Pair(ids.getFirst(), ids.getLast())));
        assertThat(graph.gather(ties, new GatheringSettings(LIKENESS, 5)).groups())
                .singleElement()
                .satisfies(group -> assertThat(group).containsExactlyInAnyOrderElementsOf(ids));
    }

    @Test
    void fewerThanMakeAPersonAreAlone() {
        graph.put(made.person(made.direction(), 3, 0.95));
        Gathering gathering = graph.gather(Ties.NONE, new GatheringSettings(LIKENESS, 4));
        assertThat(gathering.groups()).isEmpty();
        assertThat(gathering.alone()).hasSize(3);
    }

    @Test
    void nobodyMakesNoPeople() {
        assertThat(graph.gather(Ties.NONE, SETTINGS)).isEqualTo(new Gathering(List.of(), List.of(), List.of()));
        graph.remove(List.of(FaceId.random()));
        var unknown = new Ties(List.of(List.of(FaceId.random())), List.of());
        assertThat(graph.gatherAround(List.of(FaceId.random()), unknown, SETTINGS)
                        .groups())
                .isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        graph.put(made.person(made.direction(), 1, 0.9));
        FaceSample short_ = new FaceSample(
                FaceId.random(),
                new AssetId(UUID.randomUUID()),
                Embedding.of(new float[] {1, 2, 3}),
                GOOD,
                Instant.EPOCH);
        assertThatThrownBy(() -> graph.put(List.of(short_))).isInstanceOf(IllegalArgumentException.class);
        var lenient = new GatheringSettings(LIKENESS - 0.1, 2);
        assertThatThrownBy(() -> graph.gather(Ties.NONE, lenient)).isInstanceOf(IllegalArgumentException.class);
    }

    /** People of one to so many faces, some of them alike, some faces poor, some photos with two faces. */
    private List<FaceSample> crowd(int people, int most) {
        var faces = new ArrayList<FaceSample>();
        for (int i = 0; i < people; i++) {
            float[] person = made.direction();
            faces.addAll(made.person(person, 1 + made.random.nextInt(most), 0.8));
            faces.addAll(made.person(made.turned(person, 0.7), 1 + made.random.nextInt(5), 0.8));
            faces.add(made.face(made.near(person, 0.6), POOR));
            faces.add(new FaceSample(
                    FaceId.random(), faces.getLast().asset(), Embedding.of(made.direction()), GOOD, Instant.EPOCH));
        }
        return faces;
    }

    private Ties ties(List<FaceSample> faces) {
        List<FaceId> somebody = List.of(any(faces), any(faces), any(faces));
        Map<FaceId, Birth> births = somebody.stream()
                .distinct()
                .collect(Collectors.toMap(face -> face, face -> new Birth(LocalDate.of(2000, 1, 1))));
        return new Ties(
                List.of(somebody, List.of(any(faces), FaceId.random())),
                List.of(new Pair(any(faces), any(faces)), new Pair(any(faces), any(faces))),
                births);
    }

    private FaceId any(List<FaceSample> faces) {
        return faces.get(made.random.nextInt(faces.size())).id();
    }

    private static boolean touches(List<FaceId> group, Set<FaceId> faces) {
        return group.stream().anyMatch(faces::contains);
    }

    private static Set<FaceId> ids(List<FaceSample> faces) {
        return faces.stream().map(FaceSample::id).collect(Collectors.toSet());
    }

    private static Set<Set<FaceId>> sets(Gathering gathering) {
        return gathering.groups().stream().map(HashSet::new).collect(Collectors.toSet());
    }

    private static Collection<FaceId> groupOf(Gathering gathering, FaceSample face) {
        return gathering.groups().stream()
                .filter(group -> group.contains(face.id()))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<FaceId>> named(Gathering gathering) {
        return gathering.resemblances().stream()
                .map(alike -> List.of(
                        gathering.groups().get(alike.one()).getFirst(),
                        gathering.groups().get(alike.other()).getFirst()))
                .toList();
    }
}
