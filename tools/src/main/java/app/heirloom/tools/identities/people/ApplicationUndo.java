package app.heirloom.tools.identities.people;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.RemoteFace;
import app.heirloom.library.remote.RemotePeople;
import app.heirloom.library.remote.RemotePerson;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.identities.people.Deed.Moved;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the last application back: faces become whose they were, and people who were made for it go. What somebody changed
 * since stays, and is told. It may be stopped and repeated at any time.
 */
public final class ApplicationUndo {
    private final PhotoServer server;
    private final RemotePeople people;
    private final ApplicationJournal journal;
    private final Map<PersonId, RemotePerson> everybody = new HashMap<>();
    private final Map<PersonId, PersonId> returned = new HashMap<>();
    private final List<Moved> strays = new ArrayList<>();
    private final List<String> exceptions = new ArrayList<>();
    private int moved;

    public ApplicationUndo(PhotoServer server, ApplicationJournal journal) {
        this.server = server;
        this.people = server.people();
        this.journal = journal;
    }

    /**
     * What was taken back.
     *
     * @param faces that became whose they were
     * @param exceptions what could not be made as it was
     */
    public record Summary(int faces, List<String> exceptions) {}

    /**
     * Takes the last application back that was not yet; once for each object.
     *
     * @param owner label of the sets
     */
    public Summary run(String owner) {
        ApplicationJournal.Run run = journal.last(owner);
        List<Deed> deeds = run.deeds();
        if (deeds.getFirst() instanceof Deed.Begun begun
                && !begun.user().equals(server.account().user().id())) {
            throw ErrorCode.INVALID.exception("The sets of " + owner + " were applied for another user (" + begun.user()
                    + " on " + begun.server() + "): give an API key of that user");
        }
        server.account()
                .require(EnumSet.of(
                        Permission.PERSON_READ,
                        Permission.FACE_READ,
                        Permission.PERSON_CREATE,
                        Permission.PERSON_UPDATE,
                        Permission.PERSON_DELETE,
                        Permission.PERSON_STATISTICS,
                        Permission.FACE_UPDATE));
        people.list().forEach(person -> everybody.put(person.id(), person));
        deeds.reversed().forEach(this::takeBackFaces);
        freeStrays();
        deeds.reversed().forEach(this::takeBackPeople);
        run.takeBack(exceptions);
        return new Summary(moved, List.copyOf(exceptions));
    }

    private void takeBackFaces(Deed deed) {
        switch (deed) {
            case Deed.Assigning it -> it.faces().forEach(face -> takeBack(face, it.person(), ""));
            case Deed.Merging it -> {
                it.faces().forEach(face -> takeBack(face, it.into(), it.name()));
                exceptions.add("faces of " + it.from() + " on pictures that are in no set stay with " + it.into());
            }
            case Deed.Begun it -> {}
            case Deed.Created it -> {}
            case Deed.Renaming it -> {}
            case Deed.TakenBack it -> {}
        }
    }

    private void takeBack(Moved face, PersonId given, String name) {
        Optional<RemotePerson> now = find(face).map(RemoteFace::person);
        if (now.isEmpty() || !now.get().id().equals(given)) {
            return; // it never became the person's, or somebody changed it since
        }
        PersonId before = face.before();
        if (before == null) {
            strays.add(face);
        } else {
            people.assign(face.face(), present(before, name));
            moved++;
        }
    }

    private Optional<RemoteFace> find(Moved face) {
        try {
            return people.listFaces(face.asset()).stream()
                    .filter(there -> there.id().equals(face.face()))
                    .findFirst();
        } catch (HeirloomException e) {
            if (e.code() == ErrorCode.NO_ACCESS) {
                exceptions.add("asset " + face.asset() + " is gone");
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Servers remove people without faces; such come back as others. */
    private PersonId present(PersonId person, String name) {
        if (everybody.containsKey(person)) {
            return person;
        }
        return returned.computeIfAbsent(person, gone -> {
            RemotePerson back = people.create(name);
            exceptions.add("person " + gone + " was gone, and is " + back.id() + " now");
            return back.id();
        });
    }

    /** Servers take no face away from a person, but faces of a person who is removed are nobody's. */
    private void freeStrays() {
        if (!strays.isEmpty()) {
            RemotePerson nobody = people.create("");
            strays.forEach(face -> people.assign(face.face(), nobody.id()));
            people.remove(List.of(nobody.id()));
            moved += strays.size();
        }
    }

    private void takeBackPeople(Deed deed) {
        switch (deed) {
            case Deed.Created it -> removeUnlessChanged(it);
            case Deed.Renaming it -> {
                RemotePerson person = everybody.get(it.person());
                if (person != null && person.name().equals(it.after())) {
                    people.rename(it.person(), it.before());
                } else if (person != null) {
                    exceptions.add("person " + it.person() + " is called " + person.name() + " now, and stays so");
                }
            }
            case Deed.Assigning it -> {}
            case Deed.Merging it -> {}
            case Deed.Begun it -> {}
            case Deed.TakenBack it -> {}
        }
    }

    private void removeUnlessChanged(Deed.Created deed) {
        RemotePerson person = everybody.get(deed.person());
        if (person == null) {
            return;
        }
        if (!person.name().equals(deed.name())) {
            exceptions.add("person " + deed.person() + " is called " + person.name() + " now, and stays");
        } else if (people.countAssets(deed.person()) > 0) {
            exceptions.add("person " + deed.person() + " was given other faces since, and stays");
        } else {
            people.remove(List.of(deed.person()));
        }
    }
}
