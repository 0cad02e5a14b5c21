package app.heirloom.library.person;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People. Every change takes a new change id. */
public interface PersonRepository {
    /** Unnamed people are told of once they have so many faces. */
    int MINIMUM_FACES = 3;

    Optional<Person> find(PersonId id);

    /** Those of the owner among these, in no particular order. */
    List<Person> list(UserId owner, Collection<PersonId> ids);

    /**
     * The owner's named people, and the unnamed with enough faces. Hidden ones come last, favourites first, the named
     * before the unnamed, then by the number of their faces, their name and their age in the library.
     */
    List<Person> page(UserId owner, boolean withHidden, int offset, int limit);

    /** Of all pages, hidden people included. */
    PersonCounts count(UserId owner);

    /** The owner's people whose name contains the text, whatever its case and accents; at most so many. */
    List<Person> search(UserId owner, String name, boolean withHidden, int limit);

    /** The owner's person with exactly this name, the oldest when there are several. */
    Optional<Person> findByName(UserId owner, String name);

    /** Who is seen on each of the assets, named people first; assets without people are absent. */
    Map<AssetId, List<Person>> listOfAssets(Collection<AssetId> ids);

    /** On how many of the owner's assets in the timeline and the archive the person is seen. */
    long countAssets(PersonId id);

    /** The owner's people whose pictured face is gone, and those who have faces but no picture. */
    List<PersonId> listToPicture(UserId owner);

    void add(Person person);

    void save(Person person);

    /**
     * Removes the person, whose faces stay, of nobody; what models made of them goes, and the thumbnail with the next
     * removal of bytes.
     */
    void remove(Person person);

    /** The owner's person, or a NO_ACCESS failure that names the permission. */
    default Person get(UserId owner, PersonId id, Permission permission) {
        return find(id).filter(person -> person.owner().equals(owner))
                .orElseThrow(
                        () -> ErrorCode.NO_ACCESS.exception("Not found or no " + permission.dottedName() + " access"));
    }
}
