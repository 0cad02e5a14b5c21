package app.heirloom.cli.identity;

import app.heirloom.cli.model.RealPeople;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Photos of which is known who is on them.
 *
 * @param photos a photo's file: who is on it
 */
record KnownPeople(Map<Path, String> photos) {
    private static final Path FACES = RealPeople.at("faces");
    /** Looks like person07 and may be the same. */
    private static final String DOUBLE = "person22";

    /** So many photos of each of these people. */
    static KnownPeople of(Set<String> people, int each) throws IOException {
        Map<Path, String> some = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        caltech().forEach((photo, person) -> {
            if (people.contains(person) && counts.merge(person, 1, Integer::sum) <= each) {
                some.put(photo, person);
            }
        });
        return new KnownPeople(some);
    }

    /** All that there are, also of people who are on two photos only. */
    static KnownPeople all() throws IOException {
        Map<Path, String> all = caltech();
        try (Stream<Path> files = Files.list(FACES.resolve("london"))) {
            files.sorted()
                    .forEach(photo -> all.put(
                            photo, "london" + photo.getFileName().toString().substring(0, 3)));
        }
        all.values().removeIf(DOUBLE::equals);
        return new KnownPeople(all);
    }

    private static Map<Path, String> caltech() throws IOException {
        Map<Path, String> photos = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FACES.resolve("caltech/identities.csv"))) {
            List<String> columns = List.of(line.split(",", -1));
            if (columns.get(1).startsWith("person")) {
                photos.put(FACES.resolve("caltech").resolve(columns.getFirst()), columns.get(1));
            }
        }
        return photos;
    }

    KnownPeople and(KnownPeople others) {
        Map<Path, String> both = new LinkedHashMap<>(photos);
        both.putAll(others.photos);
        return new KnownPeople(both);
    }
}
