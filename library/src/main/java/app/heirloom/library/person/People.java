package app.heirloom.library.person;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.person.profile.PersonEdit;
import app.heirloom.library.person.profile.PersonProfile;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The people of users, each seen and changed by its own user only: another's fail as NO_ACCESS. */
public final class People {
    private final PersonRepository persons;
    private final FaceRepository faces;
    private final FaceDecisions decisions;
    private final AssetAccess access;
    private final Transactions transactions;
    private final InstantSource clock;

    public People(
            PersonRepository persons,
            FaceRepository faces,
            FaceDecisions decisions,
            AssetAccess access,
            Transactions transactions,
            InstantSource clock) {
        this.persons = persons;
        this.faces = faces;
        this.decisions = decisions;
        this.access = access;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Person get(Caller caller, PersonId id, Permission permission) {
        caller.require(permission);
        return transactions.read(() -> persons.get(caller.id(), id, permission));
    }

    /** Fails as INVALID when the person is not born yet. */
    public Person add(Caller caller, PersonProfile profile) {
        caller.require(Permission.PERSON_CREATE);
        requireBorn(profile);
        Person person = Person.add(caller.id(), profile, clock.instant());
        transactions.run(() -> persons.add(person));
        return person;
    }

    /** Fails as INVALID when the person is not born yet, or is not seen on the asset that is to picture it. */
    public Person update(Caller caller, PersonId id, PersonEdit edit) {
        caller.require(Permission.PERSON_UPDATE);
        edit.featureAsset().ifPresent(asset -> requireOwn(caller, asset));
        return transactions.write(() -> {
            Person person = persons.get(caller.id(), id, Permission.PERSON_UPDATE);
            Person updated = person.withProfile(edit.profile().apply(person.profile()), clock.instant());
            if (!updated.profile().birth().equals(person.profile().birth())) {
                requireBorn(updated.profile());
            }
            Person pictured = edit.featureAsset()
                    .map(asset -> updated.withPortrait(choose(updated, asset), clock.instant()))
                    .orElse(updated);
            persons.save(pictured);
            decisions.confirm(pictured);
            if (!pictured.profile().name().equals(person.profile().name())) {
                decisions.renamed(id);
            }
            if (!pictured.portrait().equals(person.portrait())) {
                decisions.portraits().renew(id);
            }
            return pictured;
        });
    }

    /** Removes all of them or, when one is not the caller's, none. */
    public void remove(Caller caller, Collection<PersonId> ids) {
        caller.require(Permission.PERSON_DELETE);
        transactions.run(() -> ids.stream()
                .distinct()
                .map(id -> persons.get(caller.id(), id, Permission.PERSON_DELETE))
                .toList()
                .forEach(person -> {
                    decisions.renamed(person.id()); // from now on its faces are nobody's
                    persons.remove(person);
                    decisions.dissolved(person.owner());
                }));
    }

    private void requireBorn(PersonProfile profile) {
        if (profile.birth().filter(birth -> birth.isToCome(clock.instant())).isPresent()) {
            throw ErrorCode.INVALID.exception("A birth date cannot lie in the future");
        }
    }

    private void requireOwn(Caller caller, AssetId id) {
        Asset asset = access.get(caller, id, Permission.PERSON_UPDATE);
        if (!asset.owner().equals(caller.id())) {
            throw ErrorCode.NO_ACCESS.exception("Not found or no person.update access");
        }
    }

    private Portrait choose(Person person, AssetId asset) {
        List<Face> seen = faces.list(asset).stream()
                .filter(face -> person.id().equals(face.person()))
                .toList();
        return seen.stream()
                .max(Comparator.comparingDouble(face -> face.box().share()))
                .map(face -> person.portrait().withChosen(face.id()))
                .orElseThrow(() -> ErrorCode.INVALID.exception("The person is not seen on the asset " + asset));
    }
}
