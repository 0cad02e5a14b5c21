package app.heirloom.testkit.remote;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.asset.Outcome.Refusal;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceSource;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.remote.person.RemoteFace;
import app.heirloom.library.remote.person.RemotePeople;
import app.heirloom.library.remote.person.RemotePerson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** People and faces in memory. */
record FakePeople(FakeShelves shelves) implements RemotePeople {
    @Override
    public List<RemotePerson> list() {
        synchronized (shelves) {
            return List.copyOf(shelves.people.values());
        }
    }

    @Override
    public List<RemoteFace> listFaces(AssetId asset) {
        synchronized (shelves) {
            shelves.get(asset);
            return List.copyOf(shelves.faces.getOrDefault(asset, List.of()));
        }
    }

    @Override
    public long countAssets(PersonId person) {
        synchronized (shelves) {
            get(person);
            return shelves.faces.values().stream()
                    .filter(faces -> faces.stream().anyMatch(face -> isOf(face, person)))
                    .count();
        }
    }

    @Override
    public RemotePerson create(String name) {
        synchronized (shelves) {
            var person = new RemotePerson(PersonId.random(), name, null, false, false);
            shelves.people.put(person.id(), person);
            return person;
        }
    }

    @Override
    public void rename(PersonId id, String name) {
        synchronized (shelves) {
            RemotePerson old = get(id);
            var renamed = new RemotePerson(id, name, old.birthDate(), old.hidden(), old.favorite());
            shelves.people.put(id, renamed);
            replaceFaces(face -> isOf(face, id) ? withPerson(face, renamed) : face);
        }
    }

    @Override
    public List<Outcome> merge(PersonId target, Collection<PersonId> others) {
        synchronized (shelves) {
            RemotePerson person = get(target);
            return others.stream().map(other -> merge(person, other)).toList();
        }
    }

    private Outcome merge(RemotePerson target, PersonId other) {
        if (shelves.people.remove(other) == null) {
            return Outcome.refused(other.value(), Refusal.NOT_FOUND);
        }
        replaceFaces(face -> isOf(face, other) ? withPerson(face, target) : face);
        return Outcome.changed(other.value());
    }

    @Override
    public void assign(FaceId id, PersonId person) {
        synchronized (shelves) {
            RemotePerson owner = get(person);
            replaceFaces(face -> face.id().equals(id) ? withPerson(face, owner) : face);
        }
    }

    @Override
    public void draw(AssetId asset, PersonId person, FaceBox box) {
        add(asset, box, FaceSource.HAND, get(person));
    }

    /** A face as a model finds it. */
    void add(AssetId asset, FaceBox box, FaceSource source, @Nullable RemotePerson person) {
        synchronized (shelves) {
            shelves.get(asset);
            shelves.faces
                    .computeIfAbsent(asset, absent -> new ArrayList<>())
                    .add(new RemoteFace(FaceId.random(), box, source, person));
        }
    }

    @Override
    public void removeFace(FaceId id) {
        synchronized (shelves) {
            shelves.faces
                    .values()
                    .forEach(faces -> faces.removeIf(face -> face.id().equals(id)));
        }
    }

    @Override
    public void remove(Collection<PersonId> people) {
        synchronized (shelves) {
            people.forEach(id -> {
                shelves.people.remove(id);
                replaceFaces(face -> isOf(face, id) ? withPerson(face, null) : face);
            });
        }
    }

    private RemotePerson get(PersonId id) {
        RemotePerson person = shelves.people.get(id);
        if (person == null) {
            throw ErrorCode.NO_ACCESS.exception("Not found or no person.read access");
        }
        return person;
    }

    private void replaceFaces(UnaryOperator<RemoteFace> change) {
        shelves.faces.values().forEach(faces -> faces.replaceAll(change));
    }

    private static boolean isOf(RemoteFace face, PersonId person) {
        return face.person() != null && face.person().id().equals(person);
    }

    private static RemoteFace withPerson(RemoteFace face, @Nullable RemotePerson person) {
        return new RemoteFace(face.id(), face.box(), face.source(), person);
    }
}
