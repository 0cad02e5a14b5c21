package app.heirloom.tools.identities.people;

import app.heirloom.library.person.PersonId;
import app.heirloom.library.remote.person.RemotePerson;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who on a photo server the person of a set is. */
sealed interface PersonChoice {
    /**
     * Somebody who is there.
     *
     * @param name what the person is to be called; the name that it has, unless that is none
     */
    record Existing(RemotePerson person, String name) implements PersonChoice {}

    /** Nobody who is there. */
    record Fresh(String name) implements PersonChoice {}

    /** What people said on the server contradicts the set, or itself. */
    record Contradiction(String reason) implements PersonChoice {}

    /**
     * Chooses whom people named before whom a machine made, and of the latter the one with most of the faces.
     *
     * @param everybody on the server
     * @param taken people whom other sets are
     */
    static PersonChoice of(MatchedSet matched, Collection<RemotePerson> everybody, Set<PersonId> taken) {
        String name = matched.set().name();
        Map<RemotePerson, Long> seen = matched.matches().stream()
                .map(FaceMatch::person)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(person -> person, LinkedHashMap::new, Collectors.counting()));
        Set<String> others = new TreeSet<>();
        List<RemotePerson> named = seen.keySet().stream()
                .filter(person -> !person.name().isEmpty())
                .toList();
        named.stream()
                .map(RemotePerson::name)
                .filter(other -> !name.isEmpty() && !other.equalsIgnoreCase(name))
                .forEach(others::add);
        if (!others.isEmpty()) {
            return new Contradiction(
                    "it is called " + name + ", and its faces on the server " + String.join(", ", others));
        }
        if (named.size() > 1) {
            return new Contradiction("its faces are those of several people on the server: "
                    + named.stream().map(RemotePerson::name).sorted().collect(Collectors.joining(", ")));
        }
        if (named.size() == 1) {
            return existing(named.getFirst(), named.getFirst().name(), taken);
        }
        List<RemotePerson> namesakes = everybody.stream()
                .filter(person -> !name.isEmpty() && person.name().equalsIgnoreCase(name))
                .toList();
        if (namesakes.size() > 1) {
            return new Contradiction("several people on the server are called " + name);
        }
        if (namesakes.size() == 1) {
            return existing(namesakes.getFirst(), namesakes.getFirst().name(), taken);
        }
        Optional<RemotePerson> most = seen.entrySet().stream()
                .filter(entry -> !taken.contains(entry.getKey().id()))
                .min(Comparator.comparingLong((Map.Entry<RemotePerson, Long> entry) -> -entry.getValue())
                        .thenComparing(entry -> entry.getKey().id().value()))
                .map(Map.Entry::getKey);
        return most.<PersonChoice>map(person -> new Existing(person, name)).orElseGet(() -> new Fresh(name));
    }

    private static PersonChoice existing(RemotePerson person, String name, Set<PersonId> taken) {
        return taken.contains(person.id())
                ? new Contradiction(name + " is the person of another set: heirloom identities consolidate finds such")
                : new Existing(person, name);
    }
}
