package app.heirloom.tools.gallery.people;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.gallery.GalleryPerson;
import java.util.List;
import java.util.Optional;

/** What people say of people in galleries; no clustering undoes it. */
public final class GalleryPeople {
    private final PeopleShelves shelves;

    public GalleryPeople(PeopleShelves shelves) {
        this.shelves = shelves;
    }

    public List<GalleryPerson> list() {
        return shelves.transactions().read(shelves.people()::list);
    }

    /**
     * The person of this number or name.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when there is none, INVALID when several have the
     *     name
     */
    public GalleryPerson get(String numberOrName) {
        return get(list(), numberOrName);
    }

    /** Says what a person is called, and that the person's faces are the person's; empty takes the name away. */
    public void name(String person, String name) {
        shelves.transactions().run(() -> {
            GalleryPerson found = get(shelves.people().list(), person);
            shelves.people().rename(found.id(), name.strip());
            shelves.people().confirm(found.id());
        });
    }

    /** Says that two are one, who keeps the name of the second, or else that of the first. */
    public void merge(String from, String into) {
        shelves.transactions().run(() -> {
            List<GalleryPerson> people = shelves.people().list();
            GalleryPerson one = get(people, from);
            GalleryPerson other = get(people, into);
            if (one.equals(other)) {
                throw ErrorCode.INVALID.exception(from + " and " + into + " are the same person already");
            }
            shelves.people().merge(one.id(), other.id());
            shelves.people().confirm(other.id());
            if (other.name().isEmpty()) {
                shelves.people().rename(other.id(), one.name());
            }
        });
    }

    /** Makes all faces nobody's, or those of one person; what models made of them stays. */
    public void reset(Optional<String> person) {
        shelves.transactions()
                .run(() -> person.ifPresentOrElse(
                        one -> shelves.people()
                                .remove(get(shelves.people().list(), one).id()),
                        shelves.people()::removeAll));
    }

    private static GalleryPerson get(List<GalleryPerson> people, String numberOrName) {
        List<GalleryPerson> found = people.stream()
                .filter(person -> person.id().toString().equals(numberOrName)
                        || (!person.name().isEmpty() && person.name().equalsIgnoreCase(numberOrName.strip())))
                .toList();
        return switch (found.size()) {
            case 0 ->
                throw ErrorCode.NOT_FOUND.exception(
                        "There is no person " + numberOrName + "; heirloom gallery people list shows who there is");
            case 1 -> found.getFirst();
            default ->
                throw ErrorCode.INVALID.exception("Several people are called " + numberOrName
                        + ": say which by the number that heirloom gallery people list shows");
        };
    }
}
