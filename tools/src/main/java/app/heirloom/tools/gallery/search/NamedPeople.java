package app.heirloom.tools.gallery.search;

import app.heirloom.library.gallery.GalleryPerson;
import app.heirloom.library.gallery.GalleryPersonId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A query without the names in it.
 *
 * @param people one list for each name: those who have it
 * @param words what is left of the query
 */
record NamedPeople(List<List<GalleryPersonId>> people, String words) {
    /** Takes out names that stand in the query as whole words, longer ones first. */
    static NamedPeople in(String query, List<GalleryPerson> known) {
        List<List<GalleryPersonId>> people = new ArrayList<>();
        String words = query;
        List<String> names = known.stream()
                .map(GalleryPerson::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String name : names) {
            Pattern pattern = Pattern.compile(
                    "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            if (pattern.matcher(words).find()) {
                words = pattern.matcher(words).replaceAll(" ");
                people.add(known.stream()
                        .filter(person -> person.name().equals(name))
                        .map(GalleryPerson::id)
                        .toList());
            }
        }
        return new NamedPeople(people, words.replaceAll("\\s+", " ").strip());
    }
}
