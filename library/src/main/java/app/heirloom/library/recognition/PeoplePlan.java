package app.heirloom.library.recognition;

import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.recognition.RecognitionRepository.Standing;
import app.heirloom.library.recognition.gathering.Gathering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What has to change so that the people are those that were gathered: groups keep the person that most of their faces
 * have, as far as two groups do not want the same; what was said by hand is never changed.
 *
 * @param people of the groups, in their order; null for those who are too few to make a person
 * @param added who is new among them
 * @param moves of faces whose person changes
 */
public record PeoplePlan(List<@Nullable PersonId> people, Set<PersonId> added, List<Move> moves) {
    /** A face becomes another's, or nobody's. */
    public record Move(
            FaceId face, @Nullable PersonId from, @Nullable PersonId to) {}

    private record Claim(int group, PersonId person, int faces) {
        static final Comparator<Claim> STRONGEST_FIRST = Comparator.comparingInt(Claim::faces)
                .reversed()
                .thenComparingInt(Claim::group)
                .thenComparing(claim -> claim.person().value());
    }

    /**
     * Plans it.
     *
     * @param standings of all faces that still exist
     * @param isConfirmed whether anybody said of any face that it is this person's; such a person goes with its faces
     * @param leastFaces how many make a person
     */
    public static PeoplePlan of(
            Gathering gathering, Map<FaceId, Standing> standings, Predicate<PersonId> isConfirmed, int leastFaces) {
        List<List<FaceId>> groups = gathering.groups().stream()
                .map(group -> group.stream().filter(standings::containsKey).toList())
                .toList();
        List<@Nullable PersonId> people = new ArrayList<>();
        Set<PersonId> taken = new HashSet<>();
        for (List<FaceId> group : groups) {
            Optional<PersonId> said = saidByHand(group, standings);
            said.ifPresent(taken::add);
            people.add(said.orElse(null));
        }
        for (Claim claim : claims(groups, standings, isConfirmed)) {
            boolean isFree = people.get(claim.group()) == null && !taken.contains(claim.person());
            if (isFree && groups.get(claim.group()).size() >= leastFaces) {
                people.set(claim.group(), claim.person());
                taken.add(claim.person());
            }
        }
        Set<PersonId> added = new HashSet<>();
        for (int group = 0; group < groups.size(); group++) {
            if (people.get(group) == null && groups.get(group).size() >= leastFaces) {
                PersonId person = PersonId.random();
                people.set(group, person);
                added.add(person);
            }
        }
        return new PeoplePlan(people, added, moves(groups, gathering.alone(), people, standings));
    }

    /** Of whom most faces of the group were said to be. */
    private static Optional<PersonId> saidByHand(List<FaceId> group, Map<FaceId, Standing> standings) {
        return count(group, standings, Standing::confirmed).entrySet().stream()
                .max(Map.Entry.<PersonId, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().value()))
                .map(Map.Entry::getKey);
    }

    private static List<Claim> claims(
            List<List<FaceId>> groups, Map<FaceId, Standing> standings, Predicate<PersonId> isConfirmed) {
        List<Claim> claims = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            int index = group;
            count(groups.get(group), standings, standing -> !standing.confirmed())
                    .forEach((person, faces) -> claims.add(new Claim(index, person, faces)));
        }
        Map<PersonId, Boolean> confirmed = new HashMap<>();
        claims.removeIf(claim -> confirmed.computeIfAbsent(claim.person(), isConfirmed::test));
        claims.sort(Claim.STRONGEST_FIRST);
        return claims;
    }

    private static Map<PersonId, Integer> count(
            List<FaceId> group, Map<FaceId, Standing> standings, Predicate<Standing> which) {
        var counts = new TreeMap<PersonId, Integer>(Comparator.comparing(PersonId::value));
        for (FaceId face : group) {
            Standing standing = standings.get(face);
            if (standing != null && standing.person() != null && which.test(standing)) {
                counts.merge(standing.person(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static List<Move> moves(
            List<List<FaceId>> groups,
            List<FaceId> alone,
            List<@Nullable PersonId> people,
            Map<FaceId, Standing> standings) {
        List<Move> moves = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            PersonId to = people.get(group);
            groups.get(group).forEach(face -> move(face, standings.get(face), to, moves));
        }
        alone.forEach(face -> move(face, standings.get(face), null, moves));
        return moves;
    }

    private static void move(FaceId face, @Nullable Standing standing, @Nullable PersonId to, List<Move> moves) {
        if (standing != null && !standing.confirmed() && !java.util.Objects.equals(standing.person(), to)) {
            moves.add(new Move(face, standing.person(), to));
        }
    }
}
