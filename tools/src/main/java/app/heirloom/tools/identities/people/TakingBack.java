package app.heirloom.tools.identities.people;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.remote.person.RemoteFace;
import app.heirloom.library.remote.person.RemotePeople;
import app.heirloom.library.remote.person.RemotePerson;
import app.heirloom.tools.identities.people.ApplicationUndo.Summary;
import app.heirloom.tools.identities.people.Deed.Moved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way back from one application; once for each object. What it does itself is noted too, for when it is stopped. */
final class TakingBack {
    private final RemotePeople people;
    private final ApplicationJournal.Run run;
    private final Map<PersonId, RemotePerson> everybody = new HashMap<>();
    private final Map<PersonId, PersonId> returned = new HashMap<>();
    private final List<Moved> strays = new ArrayList<>();
    private final List<String> exceptions = new ArrayList<>();
    private int moved;

    TakingBack(RemotePeople people, ApplicationJournal.Run run) {
        this.people = people;
        this.run = run;
    }

    Summary run() {
        List<Deed> deeds = run.deeds();
        people.list().forEach(person -> everybody.put(person.id(), person));
        deeds.forEach(this::goOn);
        deeds.reversed().forEach(this::takeBackFaces);
        freeStrays();
        deeds.reversed().forEach(this::takeBackPeople);
        run.takeBack(exceptions);
        return new Summary(moved, List.copyOf(exceptions));
    }

    /** After what was stopped. */
    private void goOn(Deed deed) {
        if (deed instanceof Deed.Freeing it) {
            endFreeing(it.person());
        } else if (deed instanceof Deed.Returned it) {
            returned.put(it.gone(), it.now());
        }
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
            case Deed.Freeing it -> {}
            case Deed.Returned it -> {}
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
            give(face, before, name);
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
    private void give(Moved face, PersonId person, String name) {
        try {
            people.assign(face.face(), returned.getOrDefault(person, person));
        } catch (HeirloomException e) {
            if (e.code() != ErrorCode.NO_ACCESS || returned.containsKey(person)) {
                throw e;
            }
            PersonId now = people.create(name).id();
            run.add(new Deed.Returned(person, now));
            returned.put(person, now);
            exceptions.add("person " + person + " was gone, and is " + now + " now");
            people.assign(face.face(), now);
        }
    }

    /** Servers take no face away from a person, but faces of a person who is removed are nobody's. */
    private void freeStrays() {
        if (!strays.isEmpty()) {
            PersonId nobody = people.create("").id();
            run.add(new Deed.Freeing(nobody));
            strays.forEach(face -> people.assign(face.face(), nobody));
            people.remove(List.of(nobody));
            moved += strays.size();
        }
    }

    /** Of a run that was stopped; unless somebody made a person of it since. */
    private void endFreeing(PersonId nobody) {
        RemotePerson known = everybody.get(nobody);
        if (known != null && !known.name().isEmpty()) {
            return;
        }
        try {
            people.remove(List.of(nobody));
        } catch (HeirloomException e) {
            if (e.code() != ErrorCode.NO_ACCESS && e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
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
            case Deed.Freeing it -> {}
            case Deed.Returned it -> {}
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
