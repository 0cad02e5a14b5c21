package app.heirloom.vectors.face;

import app.heirloom.library.person.FaceId;
import app.heirloom.library.recognition.gathering.Gathering;
import app.heirloom.library.recognition.gathering.Gathering.Resemblance;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came out of gathering some faces. */
record People(List<Person> persons, List<Face> alone, List<Pair> alike) {
    /** Groups this much less alike than it takes are shown to be decided by hand. */
    private static final double RESEMBLANCE = 0.8;

    private static final Comparator<Person> LARGEST_FIRST = Comparator.comparingInt(
                    (Person person) -> person.faces.size())
            .reversed()
            .thenComparing(person -> person.faces.getFirst(), Face.CANONICAL);

    /** Faces of one person, in canonical order. */
    record Person(List<Face> faces) {}

    /** Two who may be one. */
    record Pair(Person one, Person other, double similarity) {}

    /** @param faces in canonical order */
    static People of(List<Face> faces, Map<Face, Cluster> clusters, GatheringSettings settings) {
        Map<Cluster, Person> persons = new HashMap<>();
        var alone = new ArrayList<Face>();
        for (Face face : faces) {
            Cluster cluster = clusters.get(face);
            if (cluster != null && isPerson(cluster.whole(), settings)) {
                persons.computeIfAbsent(cluster.whole(), any -> new Person(new ArrayList<>()))
                        .faces
                        .add(face);
            } else {
                alone.add(face);
            }
        }
        return new People(List.copyOf(persons.values()), alone, alike(persons, clusters, settings));
    }

    private static boolean isPerson(Cluster cluster, GatheringSettings settings) {
        return cluster.isTied() || cluster.count() >= settings.leastFaces();
    }

    private static List<Pair> alike(
            Map<Cluster, Person> persons, Map<Face, Cluster> clusters, GatheringSettings settings) {
        Map<Cluster, Set<Cluster>> around = new HashMap<>();
        persons.forEach((cluster, person) -> {
            for (Cluster other : around(cluster, person, clusters)) {
                boolean isInOrder = cluster.order() < other.order();
                around.computeIfAbsent(isInOrder ? cluster : other, any -> new HashSet<>())
                        .add(isInOrder ? other : cluster);
            }
        });
        var pairs = new ArrayList<Pair>();
        around.forEach((cluster, others) -> {
            for (Cluster other : others) {
                Person one = persons.get(cluster);
                Person another = persons.get(other);
                double similarity = cluster.similarity(other);
                boolean isAlike = similarity >= RESEMBLANCE * settings.likeness() && !cluster.clashes(other);
                if (isAlike && one != null && another != null) {
                    pairs.add(new Pair(one, another, similarity));
                }
            }
        });
        return pairs;
    }

    private static Set<Cluster> around(Cluster own, Person person, Map<Face, Cluster> clusters) {
        Set<Cluster> around = new HashSet<>();
        for (Face face : person.faces) {
            for (int i = 0; i < face.neighbors().count(); i++) {
                Cluster cluster = clusters.get(face.neighbors().face(i));
                if (cluster != null) {
                    around.add(cluster.whole());
                }
            }
        }
        around.remove(own);
        return around;
    }

    /** All of them as one answer, whose order only the faces decide. */
    static Gathering together(Collection<People> parts) {
        List<Person> persons = parts.stream()
                .flatMap(part -> part.persons.stream())
                .sorted(LARGEST_FIRST)
                .toList();
        IdentityHashMap<Person, Integer> numbers = new IdentityHashMap<>();
        persons.forEach(person -> numbers.put(person, numbers.size()));
        List<Resemblance> resemblances = parts.stream()
                .flatMap(part -> part.alike.stream())
                .map(pair -> resemblance(pair, numbers))
                .sorted(Comparator.comparingDouble(Resemblance::similarity)
                        .reversed()
                        .thenComparingInt(Resemblance::one)
                        .thenComparingInt(Resemblance::other))
                .toList();
        Stream<Face> alone = parts.stream().flatMap(part -> part.alone.stream()).sorted(Face.CANONICAL);
        return new Gathering(
                persons.stream().map(person -> ids(person.faces.stream())).toList(), ids(alone), resemblances);
    }

    private static Resemblance resemblance(Pair pair, IdentityHashMap<Person, Integer> numbers) {
        int one = numbers.getOrDefault(pair.one, 0);
        int other = numbers.getOrDefault(pair.other, 0);
        return new Resemblance(Math.min(one, other), Math.max(one, other), pair.similarity);
    }

    private static List<FaceId> ids(Stream<Face> faces) {
        return faces.map(face -> face.sample().id()).collect(Collectors.toUnmodifiableList());
    }
}
