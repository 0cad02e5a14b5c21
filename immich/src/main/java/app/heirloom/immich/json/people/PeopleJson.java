package app.heirloom.immich.json.people;

import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonCounts;
import java.util.List;

/** A page of people. */
public record PeopleJson(List<PersonJson> people, long total, long hidden, boolean hasNextPage) {
    public static PeopleJson of(List<Person> page, PersonCounts counts, boolean hasNextPage) {
        return new PeopleJson(page.stream().map(PersonJson::of).toList(), counts.total(), counts.hidden(), hasNextPage);
    }
}
