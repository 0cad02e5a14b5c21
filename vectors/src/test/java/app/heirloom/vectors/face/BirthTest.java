package app.heirloom.vectors.face;

import static app.heirloom.vectors.face.MadeFaces.GOOD;
import static app.heirloom.vectors.face.MadeFaces.day;
import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.profile.Birth;
import app.heirloom.library.recognition.gathering.FaceSample;
import app.heirloom.library.recognition.gathering.Gathering;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import app.heirloom.library.recognition.gathering.Ties;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What it means to people that somebody said when one was born. */
class BirthTest {
    private static final double LIKENESS = 0.5;
    private static final GatheringSettings SETTINGS = new GatheringSettings(LIKENESS, 2);
    private static final Birth IN_2015 = new Birth(LocalDate.of(2015, 1, 1));

    private final NeighborFaceGraph graph = new NeighborFaceGraph(LIKENESS);
    private final MadeFaces made = new MadeFaces(7);
    private final float[] anna = made.direction();
    private final List<FaceSample> known = made.person(anna, 4, 0.85, day(2018));

    @Test
    void facesFromBeforeABirthAreSomebodyElses() {
        List<FaceSample> before = made.person(made.turned(anna, 0.8), 3, 0.95, day(2010));
        List<FaceSample> after = made.person(anna, 3, 0.85, day(2020));
        graph.put(known);
        graph.put(before);
        graph.put(after);
        assertThat(groups(gather(Ties.NONE))).hasSize(1);
        Gathering gathering = gather(bornIn2015(known));
        assertThat(groups(gathering)).containsExactlyInAnyOrder(ids(known, after), ids(before));
        assertThat(gathering.resemblances()).as("is not even asked").isEmpty();
    }

    @Test
    void aChildIsToldFromWhatItsSisterWas() {
        float[] baby = made.direction();
        List<FaceSample> small = made.person(baby, 12, 0.85, day(2015));
        List<FaceSample> sister = made.person(made.turned(baby, 0.9), 4, 0.85, day(2021));
        graph.put(known);
        graph.put(small);
        graph.put(sister);
        var both = new ArrayList<>(known);
        both.addAll(small);
        List<FaceId> tied = both.stream().map(FaceSample::id).toList();
        assertThat(groups(gather(new Ties(List.of(tied), List.of()))))
                .as("looks as Anna did as a baby")
                .containsExactly(ids(both, sister));
        assertThat(groups(gather(bornIn2015(both))))
                .as("but she was six by then")
                .containsExactlyInAnyOrder(ids(both), ids(sister));
    }

    @Test
    void aWrongDateCostsThatFaceAlone() {
        List<FaceSample> others = made.person(anna, 8, 0.85, day(2020));
        FaceSample wrong = made.face(made.near(anna, 0.9), GOOD, day(2000));
        graph.put(known);
        graph.put(others);
        graph.put(List.of(wrong));
        Gathering gathering = gather(bornIn2015(known));
        assertThat(groups(gathering)).containsExactly(ids(known, others));
        assertThat(gathering.alone()).containsExactly(wrong.id());
    }

    @Test
    void aFaceFromBeforeABirthJoinsSomebodyElseWhoIsNearEnough() {
        List<FaceSample> brother = made.person(made.turned(anna, 0.6), 6, 0.95, day(2012));
        var poor = new FaceQuality(20, 0.05f, 0.1f, 0.5f);
        FaceSample between = made.face(MadeFaces.mixed(anna, 1, made.near(brotherOf(brother), 1), 1), poor, day(2012));
        graph.put(known);
        graph.put(brother);
        graph.put(List.of(between));
        assertThat(groups(gather(bornIn2015(known))))
                .containsExactlyInAnyOrder(ids(known), ids(brother, List.of(between)));
    }

    @Test
    void whatWasTiedByHandStays() {
        List<FaceSample> before = made.person(anna, 2, 0.85, day(2010));
        graph.put(known);
        graph.put(before);
        List<FaceId> tied = List.copyOf(ids(known, before));
        var ties = new Ties(List.of(tied), List.of(), Map.of(known.getFirst().id(), IN_2015));
        assertThat(groups(gather(ties))).containsExactly(ids(known, before));
    }

    @Test
    void aMonthMayBeMissing() {
        FaceSample early = made.face(made.near(anna, 0.9), GOOD, IN_2015.earliest());
        FaceSample tooEarly =
                made.face(made.near(anna, 0.9), GOOD, IN_2015.earliest().minusSeconds(1));
        graph.put(known);
        graph.put(List.of(early, tooEarly));
        assertThat(groups(gather(bornIn2015(known)))).containsExactly(ids(known, List.of(early)));
    }

    private Gathering gather(Ties ties) {
        return graph.gather(ties, SETTINGS);
    }

    private static float[] brotherOf(List<FaceSample> faces) {
        return faces.getFirst().embedding().values();
    }

    private static Ties bornIn2015(List<FaceSample> faces) {
        List<FaceId> ids = faces.stream().map(FaceSample::id).toList();
        return new Ties(List.of(ids), List.of(), ids.stream().collect(Collectors.toMap(id -> id, id -> IN_2015)));
    }

    private static Set<Set<FaceId>> groups(Gathering gathering) {
        return gathering.groups().stream().map(HashSet::new).collect(Collectors.toSet());
    }

    @SafeVarargs
    private static Set<FaceId> ids(Collection<FaceSample>... faces) {
        var ids = new HashSet<FaceId>();
        for (Collection<FaceSample> some : faces) {
            some.forEach(face -> ids.add(face.id()));
        }
        return ids;
    }
}
