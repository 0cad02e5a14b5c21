package app.heirloom.tools.gallery.people;

import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.recognition.RecognitionRepository.Standing;
import app.heirloom.library.recognition.gathering.Ties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What no clustering changes: faces of one person stay together, and those of two people apart. */
record HandTies(Map<FaceId, Standing> standings) {
    /** More people than this would make more pairs than memory has room for; what they have stays theirs all the same. */
    private static final int MOST_APART = 2_000;

    Ties list() {
        Map<PersonId, List<FaceId>> same = new TreeMap<>(Comparator.comparing(PersonId::value));
        standings.forEach((face, standing) -> {
            if (standing.confirmed() && standing.person() != null) {
                same.computeIfAbsent(standing.person(), person -> new ArrayList<>())
                        .add(face);
            }
        });
        List<List<FaceId>> people = List.copyOf(same.values());
        return new Ties(people, people.size() <= MOST_APART ? pairs(people) : List.of());
    }

    private static List<Ties.Pair> pairs(List<List<FaceId>> people) {
        List<Ties.Pair> pairs = new ArrayList<>();
        for (int one = 0; one < people.size(); one++) {
            for (int other = one + 1; other < people.size(); other++) {
                pairs.add(new Ties.Pair(
                        people.get(one).getFirst(), people.get(other).getFirst()));
            }
        }
        return pairs;
    }
}
